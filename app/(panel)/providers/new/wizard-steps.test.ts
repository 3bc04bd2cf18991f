import { describe, expect, it } from 'vitest';
import { listProviderKinds } from '@/lib/providers/kinds';
import { testContext } from '@/lib/testing/factories';
import type { ProviderKindView } from '../provider-kind';
import { STEPS } from './wizard-steps';

const kinds = (await listProviderKinds(testContext)).data as unknown as ProviderKindView[];
const schemaOf = (name: string) => {
  const kind = kinds.find((each) => each.kind === name)!;
  return STEPS.find((step) => step.name === 'basics')!.schema!({ kind, stored: null });
};
const wrongIn = (kind: string, given: object) =>
  schemaOf(kind)
    .safeParse({ name: 'Ours', kind, ...given })
    .error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('the second step', () => {
  it.each([
    ['whatsapp', { phoneNumberId: '106540352242922' }],
    ['http-sms', { endpoint: 'https://sms.example.com', template: '{"to":"{{to}}","text":"{{text}}"}' }],
    ['telegram', {}],
    ['slack-webhook', { to: '#alerts' }],
  ])('asks %s for no address to write from', (kind, settings) => {
    expect(wrongIn(kind, { settings, secrets: { apiKey: 'key' } })).toEqual([]);
  });

  it('asks for one where mail is sent', () => {
    expect(wrongIn('postmark', { settings: {}, secrets: { apiKey: 'key' } })).toEqual(['fromEmail']);
  });
});
