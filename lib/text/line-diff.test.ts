import { expect, it } from 'vitest';
import { diffLines } from './line-diff';

const told = (before: string, after: string) =>
  diffLines(before, after).map(({ kind, text }) => `${{ same: ' ', added: '+', removed: '-' }[kind]}${text}`);

it('tells what was taken out and what was put in, and leaves the rest', () => {
  expect(told('a\nb\nc', 'a\nx\nc\nd')).toEqual([' a', '-b', '+x', ' c', '+d']);
  expect(told('a', 'a')).toEqual([' a']);
  expect(told('', 'a')).toEqual(['-', '+a']);
  expect(told('a\nb\na', 'b\na\nb')).toEqual(['-a', ' b', ' a', '+b']);
});

it('gives back both texts, whatever they are', () => {
  for (let seed = 1; seed < 60; seed++) {
    const lines = (n: number) =>
      Array.from({ length: (seed * n) % 17 }, (_, i) => 'abc'[(i * seed * n) % 3]!).join('\n');
    const [before, after] = [lines(5), lines(7)];
    const diff = diffLines(before, after);
    const side = (left: string) =>
      diff
        .filter(({ kind }) => kind !== left)
        .map(({ text }) => text)
        .join('\n');
    expect([side('added'), side('removed')]).toEqual([before, after]);
  }
});

it('does not think for long about long ones', () => {
  const long = (n: number) => Array.from({ length: 30_000 }, (_, i) => `${i * n}`).join('\n');
  const began = performance.now();
  expect(diffLines(long(2), long(3)).length).toBeGreaterThan(30_000);
  expect(performance.now() - began).toBeLessThan(1_000);
});
