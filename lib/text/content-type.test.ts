import { expect, it } from 'vitest';
import { contentTypeParameter, readContentType } from './content-type';

it.each([
  // RFC 2045, 5.1: "the following two forms are completely equivalent".
  ['text/plain; charset=us-ascii', 'text/plain', { charset: 'us-ascii' }],
  ['text/plain; charset="us-ascii"', 'text/plain', { charset: 'us-ascii' }],
  ['Application/PDF', 'application/pdf', {}],
  ['text/calendar;method=REQUEST; Charset=UTF-8', 'text/calendar', { method: 'REQUEST', charset: 'UTF-8' }],
  ['application/pdf; name="a \\"b\\"; c.pdf"', 'application/pdf', { name: 'a "b"; c.pdf' }],
  // What stands within quotes is no parameter.
  ['text/calendar; x="; method=REQUEST"', 'text/calendar', { x: '; method=REQUEST' }],
  ['application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.text', {}],
  ['image/svg+xml', 'image/svg+xml', {}],
])('%s', (text, type, params) => {
  const read = readContentType(text)!;
  expect(read.type).toBe(type);
  expect(Object.fromEntries(read.params.map(({ name, value }) => [name, value]))).toEqual(params);
});

it.each([
  'text/calendar; method="',
  'text/calendar; method="REQUEST',
  'text/calendar; method=REQ"UEST"',
  'text/calendar; method="a"b',
  'text/calendar; method="\\"',
  'text/calendar; method=',
  'text/calendar; =REQUEST',
  'text/calendar;',
  'text/calendar; method=A; method=B',
  'text/plain; x="a\r\nBcc: x"',
  'text/plain; x="ñ"',
  'text/plain; x=a b',
  'text/plain; name="=?utf-8?Q?a=0D=0Ab?="',
  'text/',
  'text',
  '/plain',
  'text/plain/x',
  'text/pl ain',
  '',
  `text/plain${'; '.repeat(90)}`,
])('%j is none', (text) => {
  expect(readContentType(text)).toBeNull();
  expect(contentTypeParameter(text, 'method')).toBeUndefined();
});
