import { expect, it } from 'vitest';
import { cargoOf } from './cargo';

const file = { filename: 'recibo.PDF', contentType: null, contentId: null, bytes: 10 };
const plain = {
  addresses: [],
  replyTo: [],
  headers: {},
  subject: 'Recibo',
  text: 'Hola',
  html: null,
  files: [],
};
const ana = { email: 'ana@example.com' };

it('is nothing for an ordinary message', () => {
  expect(
    cargoOf({ ...plain, addresses: [ana, { email: 'ana@ñandú.example', name: 'Ñandú' }], replyTo: [ana] }),
  ).toBeNull();
});

it('tells what not everybody carries', () => {
  const addresses = [{ email: 'josé@example.com' }];
  expect(cargoOf({ ...plain, addresses, replyTo: [ana, ana], files: [file] })).toEqual({
    unicodeLocal: true,
    replyTo: 2,
    files: [{ ext: 'pdf', bytes: 10 }],
  });
  expect(
    cargoOf({ ...plain, addresses: [{ email: 'qué?@example.com' }, { email: 'who?@example.com' }] }),
  ).toEqual({
    unicodeLocal: true,
    questionMark: true,
  });
  const headers = { 'X-A': '13', 'X-B': '=?UTF-8?Q?Pe=C3=B1a?=' };
  expect(cargoOf({ ...plain, headers })).toEqual({ encodedHeader: true });
  expect(cargoOf({ ...plain, addresses: [{ ...ana, name: 'a'.repeat(71) }] })).toEqual({ nameLength: 71 });
  // With signs beside letters beyond ASCII it goes encoded, which is longer.
  const name = `${'ñ'.repeat(25)}, S.A.`;
  expect(cargoOf({ ...plain, addresses: [{ ...ana, name }] })!.nameLength).toBeGreaterThan(70);
  expect(cargoOf({ ...plain, subject: 'Hola {{ nombre }}' })).toEqual({ placeholders: true });
  expect(cargoOf({ ...plain, text: 'Pague {% total %}' })).toEqual({ placeholders: true });
  // In HTML they can be written otherwise.
  expect(cargoOf({ ...plain, html: '<p>{{ nombre }}</p>' })).toBeNull();
  expect(cargoOf({ ...plain, html: 'ñ'.repeat(600_000) })).toEqual({ bodyBytes: 1_200_000 });
});

it.each([
  ['recibo.pdf', 'application/pdf', false],
  ['recibo.pdf', 'application/octet-stream', false],
  ['invite.ics', 'text/calendar; method=REQUEST; charset=UTF-8', false],
  ['recibo.txt', 'application/pdf', true],
  ['recibo', 'application/pdf', true],
  ['recibo', null, false],
])('%s as %s: another type than its name tells is %s', (filename, contentType, mistyped) => {
  const [told] = cargoOf({ ...plain, files: [{ ...file, filename, contentType }] })!.files!;
  expect(told?.mistyped ?? false).toBe(mistyped);
});
