import { describe, expect, it } from 'vitest';
import { lineOf } from './json-lines';

describe('lineOf', () => {
  const sample = '{\n  "a": [\n    { "b": 1 },\n    { "b": "}," }\n  ],\n  "c": { "d.e": 2 }\n}';
  it.each([
    ['a', 2],
    ['a.0.b', 3],
    ['a.1.b', 4],
    ['c', 6],
    ['c.missing', 6],
    ['nowhere', null],
  ])('%s', (path, line) => {
    expect(lineOf(sample, path)).toBe(line);
  });
});
