import { describe, expect, it } from 'vitest';
import { checkPlain } from './plain-input';

const at = (path: string) =>
  expect.objectContaining({
    code: 'validation_failed',
    errors: [expect.objectContaining({ path, message: expect.any(String) })],
  });

describe('checkPlain', () => {
  it('lets pass what JSON can say', () => {
    for (const value of [null, 1, 'é 😀', true, [], {}, { a: [{ b: 'c' }] }, undefined, { a: undefined }])
      expect(() => checkPlain(value)).not.toThrow();
  });

  it.each<[string, unknown, string]>([
    ['NUL', { a: { b: ['x', 'a\0b'] } }, 'a.b.1'],
    ['half of a surrogate pair', { a: '\ud800' }, 'a'],
    ['the other half', ['\udc00'], '0'],
    ['NUL in a name', { metadata: { 'a\0': 'x' } }, 'metadata.a\ufffd'],
    ['half of a pair in a name', { '\ud83d': 1 }, '\ufffd'],
    ['__proto__', JSON.parse('{"metadata":{"__proto__":"x"}}'), 'metadata.__proto__'],
    ['what only server actions can carry', { a: new Map() }, 'a'],
    ['a date', { a: new Date() }, 'a'],
    ['a function', [() => 1], '0'],
    ['a bigint', [1n], '0'],
  ])('refuses %s by its place', (_, value, path) => {
    expect(() => checkPlain(value)).toThrow(at(path));
  });

  it('refuses what is deeper than anybody needs', () => {
    let deep: unknown = 0;
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(() => checkPlain(deep)).toThrow('deeper');
  });
});
