import { describe, expect, it } from 'vitest';
import { hasUnicodeLocalPart, isDisplayName, isDomain, isEmailAddress, readMailbox } from './address';

describe('isEmailAddress', () => {
  it.each([
    'ana@example.com',
    'ana.maria+tag@sub.example.co',
    "o'brien@example.com",
    'josé@example.com',
    'ana@clínica.example',
    'a@b.co',
    `${'a'.repeat(64)}@example.com`,
    'ana@xn--clnica-3va.example',
    // Combining marks: Hindi and Thai of the IDN test domains of https://www.iana.org/domains/reserved, an n with its tilde apart.
    'ana@उदाहरण.परीक्षा',
    'ana@ตัวอย่าง.example',
    'ana@n\u0303andu\u0301.example',
    // RFC 5892, A.3: the middle dot between two l.
    'ana@paral·lel.example',
    '用户@例え。テスト',
  ])('%s', (address) => expect(isEmailAddress(address)).toBe(true));

  it.each([
    '',
    'ana',
    '@example.com',
    'ana@',
    'ana@example',
    'ana@@example.com',
    'a@b@example.com',
    '.ana@example.com',
    'ana.@example.com',
    'a..b@example.com',
    'ana@-example.com',
    'ana@example-.com',
    'ana@example..com',
    'ana@.example.com',
    'ana@example.com.',
    'ana maria@example.com',
    '"ana"@example.com',
    'ana(comment)@example.com',
    'ana@[127.0.0.1]',
    'group: ana@example.com;',
    'ana@example.com,ben@example.com',
    '<ana@example.com>',
    'ana@example.com\r\nRCPT TO:<x@example.com>',
    'ana@example.com\n',
    'ana\0@example.com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(250)}.com`,
    `a@${'b'.repeat(64)}.com`,
    // No top-level domain is a number: the end of an IPv4 address (RFC 3696, 2).
    'ana@127.0.0.1',
    // A host cannot hide a path or a port.
    'ana@ñ.example/x',
    'ana@ñ.example:25',
    'ana@%c3%b1.example',
    // https://portswigger.net/research/splitting-the-email-atom: some readers decode it.
    '=?utf-8?q?eve=40evil.example=3e=00?=@example.com',
    '=?utf-8?Q?a=0D=0ABcc=3Aeve?=@example.com',
  ])('not %j', (address) => expect(isEmailAddress(address)).toBe(false));

  it.each([
    ['a turned order', 'ana\u202e@example.com'],
    ['a mark of direction', 'ana@exam\u200eple.com'],
    ['a blank of no width', 'a\u200bna@example.com'],
    ['a joiner', 'ana@exa\u200dmple.com'],
    ['a soft hyphen', 'ana@exam\u00adple.com'],
    ['a filler', 'ana@\u3164.example'],
    ['a blank of braille', 'a\u2800na@example.com'],
    ['a no-break blank', 'a\u00a0na@example.com'],
    ['half a character', 'ana\ud800@example.com'],
    ['half a character in the domain', 'ana@\udc00.example'],
    ['a variation selector', 'ana@a\ufe0f.example'],
    ['a tag', 'ana@a\u{e0041}.example'],
  ])('not with %s', (_what, address) => expect(isEmailAddress(address)).toBe(false));

  it('counts octets, and labels as DNS sees them', () => {
    // RFC 5321, 4.5.3.1.1: 64 octets; 33 of two octets are 66.
    expect(isEmailAddress(`${'ñ'.repeat(32)}@example.com`)).toBe(true);
    expect(isEmailAddress(`${'ñ'.repeat(33)}@example.com`)).toBe(false);
    // 57 letters with one ñ are xn-- and more than 63.
    expect(isEmailAddress(`a@ñ${'b'.repeat(52)}.example`)).toBe(true);
    expect(isEmailAddress(`a@ñ${'b'.repeat(60)}.example`)).toBe(false);
  });

  it('takes a host without a dot only where it is allowed', () => {
    expect(isEmailAddress('test@org', { singleLabel: true })).toBe(true);
    expect(isEmailAddress('test@192', { singleLabel: true })).toBe(false);
    expect(isDomain('localhost')).toBe(false);
  });
});

it.each<[string, ReturnType<typeof readMailbox>]>([
  ['ana@example.com', { email: 'ana@example.com' }],
  ['  ana@example.com ', { email: 'ana@example.com' }],
  ['<ana@example.com>', { email: 'ana@example.com' }],
  ['Ana Núñez <ana@example.com>', { email: 'ana@example.com', name: 'Ana Núñez' }],
  ['"Pérez, Ana; S.A." <ana@example.com>', { email: 'ana@example.com', name: 'Pérez, Ana; S.A.' }],
  ['"Clínica \\"Norte\\"" <a@example.com>', { email: 'a@example.com', name: 'Clínica "Norte"' }],
  ['"C:\\\\Ana" <a@example.com>', { email: 'a@example.com', name: 'C:\\Ana' }],
  ['"a <b@c.d>" <a@example.com>', { email: 'a@example.com', name: 'a <b@c.d>' }],
  ['"" <a@example.com>', { email: 'a@example.com' }],
  ['"Ana <a@example.com>', null],
  ['Ana" <a@example.com>', null],
  ['"a" "b" <a@example.com>', null],
  ['"Ana\\" <a@example.com>', null],
  ['a <b> <a@example.com>', null],
  ['a>', null],
])('reads %s', (text, mailbox) => expect(readMailbox(text)).toEqual(mailbox));

it('a name may not turn the order of what stands behind it, nor be unseen', () => {
  expect(isDisplayName('مدرسة الأمل')).toBe(true);
  expect(isDisplayName('👩‍⚕️ Clínica')).toBe(true);
  expect(isDisplayName('\u2068Ana\u2069')).toBe(true);
  expect(isDisplayName('Ana\u202emoc.live')).toBe(false);
  // Closed, an isolate stays within the name; open, it runs on over the address behind it.
  expect(isDisplayName('\u2067Ana')).toBe(false);
  expect(isDisplayName('\u2069\u2068Ana')).toBe(false);
  expect(isDisplayName('\u200b \u3164')).toBe(false);
  expect(isDisplayName('\u2068A\u2067n\u2069a\u2069')).toBe(true);
  expect(isDisplayName('')).toBe(false);
  expect(isDisplayName('\u3000'.repeat(11_000_000))).toBe(false);
});

it('tells a local part beyond ASCII', () => {
  expect(hasUnicodeLocalPart('josé@example.com')).toBe(true);
  expect(hasUnicodeLocalPart('jose@ñ.example')).toBe(false);
});
