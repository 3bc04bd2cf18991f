import { expect, it } from 'vitest';
import { messagesOf } from '@/lib/i18n/messages';
import { FINDINGS } from './findings';

it('each finding has its sentence, and there are no others', () => {
  expect(Object.keys(messagesOf('en').findings!).sort()).toEqual(Object.keys(FINDINGS).sort());
});
