import { expect, it } from 'vitest';
import { splitAddresses } from './address-list';

it.each([
  ['a@b.c', ['a@b.c']],
  ['a@b.c, d@e.f,', ['a@b.c', 'd@e.f']],
  ['"Gómez, Ana" <a@b.c>, Luis <d@e.f>', ['"Gómez, Ana" <a@b.c>', 'Luis <d@e.f>']],
  ['"a \\", b" <a@b.c>,d@e.f', ['"a \\", b" <a@b.c>', 'd@e.f']],
  // RFC 5322 lets a route stand there; nobody takes it for two.
  ['<@a,@b:c@d.e>, f@g.h', ['<@a,@b:c@d.e>', 'f@g.h']],
  ['', []],
])('%j', (text, parts) => {
  expect(splitAddresses(text)).toEqual(parts);
});
