import { describe, expect, it } from 'vitest';
import { safeCallbackUrl } from './callback-url';

describe('safeCallbackUrl', () => {
  it('keeps paths of this panel', () => {
    expect(safeCallbackUrl('/messages?status=parked#top')).toBe('/messages?status=parked#top');
  });
  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/a\\b',
    'javascript:alert(1)',
    'messages',
    '',
    null,
  ])('refuses %j', (value) => {
    expect(safeCallbackUrl(value)).toBe('/');
  });
});
