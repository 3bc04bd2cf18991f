import { expect, it } from 'vitest';
import { spellings } from './spellings';

it.each([
  ['ana@example.com', ['ana@example.com']],
  ['Ana@Example.COM', ['ana@example.com']],
  ['ana@müller.example', ['ana@müller.example', 'ana@xn--mller-kva.example']],
  ['ana@xn--mller-kva.example', ['ana@xn--mller-kva.example', 'ana@müller.example']],
  ['+595981000000', ['+595981000000']],
])('%s may come back as %j', (address, expected) => {
  expect(spellings(address)).toEqual(expected);
});
