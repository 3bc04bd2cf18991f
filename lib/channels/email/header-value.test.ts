import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { encodeName, encodeText, foldHeader } from './header-text';
import { toHeaderValue, wireHeaders } from './header-value';

/** As a mail program reads it. */
const decode = async (value: string) => (await simpleParser(`Subject: ${value}\r\n\r\n`)).subject;

const ids = (count: number) =>
  Array.from({ length: count }, (_, index) => `<id-${index}-of-many@mail.example>`);

describe('toHeaderValue', () => {
  it.each([
    // RFC 5322, 3.6.4: msg-ids with blanks between them, whatever stood there before.
    ['References', '<a@b.example>, <c@d.example>', '<a@b.example> <c@d.example>'],
    ['References', '<a@b.example><c@d.example>', '<a@b.example> <c@d.example>'],
    ['References', 'a@b.example c@d.example', '<a@b.example> <c@d.example>'],
    ['references', ids(28).join(''), ids(28).join(' ')],
    ['In-Reply-To', '<a@ñ.example>', '<a@xn--ida.example>'],
    ['In-Reply-To', '< a@b.example >', '<a@b.example>'],
    // RFC 3987, 3.1: a URL beyond ASCII in percent encoding, its host as in DNS.
    ['List-Unsubscribe', '<https://u.example/?n=Peña>', '<https://u.example/?n=Pe%C3%B1a>'],
    [
      'List-Unsubscribe',
      '<mailto:out@ñ.example>, <https://ñ.example/a b>',
      '<mailto:out@xn--ida.example>, <https://xn--ida.example/ab>',
    ],
    // RFC 6068, 2: what a subject says, with its blanks; RFC 2369: those of a folded line are none.
    [
      'List-Unsubscribe',
      '<mailto:baja@ñandú.example?subject=Baja Peña>',
      '<mailto:baja@xn--and-6ma2c.example?subject=Baja%20Pe%C3%B1a>',
    ],
    [
      'List-Unsubscribe',
      '<mailto:out@a.example?subject=Leave now>, <https://u.example/>',
      '<mailto:out@a.example?subject=Leave%20now>, <https://u.example/>',
    ],
    ['List-Unsubscribe', '<https://u.example/?a=1&b=2>', '<https://u.example/?a=1&b=2>'],
    ['List-Id', 'Clínica <news.clinic.example>', '=?UTF-8?Q?Cl=C3=ADnica?= <news.clinic.example>'],
    // A word that readers would decode stands in no URL: what means the same does (RFC 3986, 3.4).
    ['List-Help', '<x:=?utf-8?Q?a=0D=0ABcc:_x?=>', '<x:%3D?utf-8?Q?a=0D=0ABcc:_x?=>'],
    ['List-Help', '<https://u.example/?a=?utf-8?Q?x?=>', '<https://u.example/?a=%3Futf-8?Q?x?=>'],
    ['X-Order', '13', '13'],
    ['X-Order', 'a  b < 3', 'a  b < 3'],
  ])('%s: %s', (name, value, written) => {
    expect(toHeaderValue(name, value)).toBe(written);
  });

  it('writes text beyond ASCII as encoded words', async () => {
    const written = toHeaderValue('X-Cliente', 'Peña, Ñoño 領収書 🦤');
    expect(written).toMatch(/^[ -~]+$/);
    expect(await decode(written!)).toBe('Peña, Ñoño 領収書 🦤');
  });

  it('never lets a value be decoded into something else', async () => {
    const hidden = '=?utf-8?Q?a=0D=0ABcc:_x?=';
    const written = toHeaderValue('X-Note', hidden)!;
    expect(written).not.toContain(hidden);
    expect(await decode(written)).toBe(hidden);
  });

  it.each([
    '<x:=?utf-8?Q?a=0D=0ABcc:_x?=>',
    '<https://ñ.example/?a=?utf-8?Q?x?=>',
    'a <x:=?utf-8?B?DQo=?=> b',
  ])('leaves no word within brackets for a reader to decode: %s', async (value) => {
    for (const name of ['List-Help', 'List-Unsubscribe', 'X-Note']) {
      const written = toHeaderValue(name, value)!;
      expect(written).toMatch(/^[ -~]+$/);
      expect(written).not.toMatch(/<[^>]*=\?[^>]*>/);
      expect(await decode(written)).not.toMatch(/[\r\n]/);
    }
  });

  it.each([
    ['In-Reply-To', '<=?utf-8?Q?a=0D=0ABcc:_x?=@a.example>'],
    ['In-Reply-To', '=?utf-8?Q?a=0D=0ABcc:_x?='],
    ['References', '<a@b.example> <a=?utf-8?B?DQo=?=@b.example>'],
    ['List-Id', 'News <=?utf-8?Q?a=0D=0Ab?=>'],
    ['X-Note', '<a=?utf-8?Q?=0D=0A?=@b.example>'],
    ['In-Reply-To', '<ñ@a.example>'],
    ['References', `<${'a'.repeat(990)}@a.example>`],
    ['List-Unsubscribe', `<https://u.example/${'x'.repeat(1100)}>`],
    ['List-Unsubscribe', `<https://u.example/${'ñ'.repeat(400)}>`],
    ['X-Long', 'x'.repeat(998)],
    ['X-Blank', '   '],
  ])('cannot write %s: %.40s', (name, value) => {
    expect(toHeaderValue(name, value)).toBeNull();
  });

  it('takes a word that just fits a line of its own', () => {
    const value = toHeaderValue('X-Long', 'x'.repeat(996))!;
    expect(
      Math.max(
        ...foldHeader('X-Long', value)
          .split('\r\n')
          .map((line) => line.length),
      ),
    ).toBe(997);
  });
});

it('writes what was stored before it was judged', async () => {
  const value = wireHeaders({ 'X-Long': 'x'.repeat(2000) })['X-Long']!;
  expect(await decode(value)).toBe('x'.repeat(2000));
  expect(
    foldHeader('X-Long', value)
      .split('\r\n')
      .every((line) => line.length <= 78),
  ).toBe(true);
});

describe('foldHeader', () => {
  it.each([
    'short',
    ids(28).join(' '),
    `${'word '.repeat(300)}end`,
    `a${' '.repeat(500)}b ${'c'.repeat(900)}`,
    `"${'quoted words '.repeat(20)}" <a@b.example>`,
  ])('%.30s', (value) => {
    const lines = foldHeader('References', value).split('\r\n');
    // Unfolding is leaving the line breaks out: RFC 5322, 2.2.3.
    expect(lines.join('')).toBe(`References: ${value.trim()}`);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(998);
    expect(lines.slice(1).every((line) => line.startsWith(' ') && line.trim() !== '')).toBe(true);
  });
});

it.each([
  ['Ana', 'Ana'],
  ['Ana Perez', 'Ana Perez'],
  ['Perez, Ana; S.A.', '"Perez, Ana; S.A."'],
  ['Clinic "North" \\', '"Clinic \\"North\\" \\\\"'],
  ['Pérez, Ana', '=?UTF-8?Q?P=C3=A9rez=2C_Ana?='],
  ['=?utf-8?Q?a=0D=0Ab?=', '=?UTF-8?Q?=3D=3Futf-8=3FQ=3Fa=3D0D=3D0Ab=3F=3D?='],
])('the name %s', (name, written) => expect(encodeName(name)).toBe(written));

it('a subject of 998 characters without a blank, and one that looks encoded', async () => {
  for (const subject of ['x'.repeat(998), '=?utf-8?Q?a=0D=0Ab?=', `ñ${'x'.repeat(997)}`]) {
    const lines = foldHeader('Subject', encodeText(subject)).split('\r\n');
    expect(lines.every((line) => line.length <= 78 && /^[ -~]*$/.test(line))).toBe(true);
    expect(await decode(lines.join('').replace(/^Subject: /, ''))).toBe(subject);
  }
  expect(encodeText('Receipt 13')).toBe('Receipt 13');
});
