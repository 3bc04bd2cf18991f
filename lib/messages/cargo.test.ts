import { expect, it } from 'vitest';
import { cargoOf } from './cargo';

const file = { filename: 'recibo.PDF', contentType: null, contentId: null, bytes: 10 };
const ana = { email: 'ana@example.com' };

it('is nothing for an ordinary message', () => {
  expect(cargoOf({ addresses: [ana, { email: 'ana@ñandú.example' }], replyTo: [ana], files: [] })).toBeNull();
});

it('tells what not everybody carries', () => {
  expect(cargoOf({ addresses: [{ email: 'josé@example.com' }], replyTo: [ana, ana], files: [file] })).toEqual(
    { unicodeLocal: true, replyTo: 2, files: [{ ext: 'pdf', bytes: 10 }] },
  );
});

it.each([
  ['recibo.pdf', 'application/pdf', false],
  ['recibo.pdf', 'application/octet-stream', false],
  ['invite.ics', 'text/calendar; method=REQUEST; charset=UTF-8', false],
  ['recibo.txt', 'application/pdf', true],
  ['recibo', 'application/pdf', true],
  ['recibo', null, false],
])('%s as %s: another type than its name tells is %s', (filename, contentType, mistyped) => {
  const [told] = cargoOf({ addresses: [], replyTo: [], files: [{ ...file, filename, contentType }] })!.files!;
  expect(told?.mistyped ?? false).toBe(mistyped);
});
