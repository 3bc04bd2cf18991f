import { describe, expect, it } from 'vitest';
import { hideSecrets } from './hide-secrets';

const PASSWORD = 'hunter2/Köln?>';
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('hideSecrets', () => {
  it.each([
    ['as it is', PASSWORD],
    ['in an address', encodeURIComponent(PASSWORD)],
    ['in base64', base64(PASSWORD)],
    ['in base64 for addresses', Buffer.from(PASSWORD).toString('base64url')],
    ...['', 'a', 'ab', 'abc', '\0clinic\0', 'api:'].flatMap((before) =>
      ['', 'z', 'zz'].map((after) => [
        `in base64 between ${JSON.stringify(before)} and ${JSON.stringify(after)}`,
        base64(`${before}${PASSWORD}${after}`),
      ]),
    ),
  ])('%s', (_title, form) => {
    const hidden = hideSecrets(`535 no: ${form} (twice: ${form})`, { password: PASSWORD });
    expect(hidden).toMatch(/^535 no: .{0,16}••••.{0,16} \(twice: .{0,16}••••.{0,16}\)$/);
    expect(hidden).not.toContain(form);
  });

  it('leaves the rest as it is', () => {
    const reply = '550 5.1.1 No such user: ana@example.com';
    expect(hideSecrets(reply, { password: PASSWORD, other: undefined, short: '550' })).toBe(reply);
  });
});
