import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formatBytes, formatDuration, formatPercent } from './quantities';

/** Intl puts blanks of several widths between a number and its unit. */
const plain = (text: string) => text.replace(/\s/g, ' ');

it.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [31, '31 bytes'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [8_250, '8.3 kB'],
  [204_000, '204 kB'],
  [3_100_000, '3.1 MB'],
])('%i bytes', (bytes, text) => {
  expect(plain(formatBytes(bytes, 'en'))).toBe(text);
});

it('tells a bound as its provider does', () => {
  expect(plain(formatBytes(10 * 1024 * 1024, 'es', 1024))).toBe('10 MB');
  expect(plain(formatBytes(512, 'es', 1024))).toBe('512 bytes');
});

it.each([
  [0, '< 10 ms', '< 10 ms'],
  [9.4, '< 10 ms', '< 10 ms'],
  [10, '10 ms', '10 ms'],
  [240.4, '240 ms', '240 ms'],
  [1250, '1.25 s', '1,25 s'],
  [30_000, '30 s', '30 s'],
  [42_400, '42 s', '42 s'],
  [59_600, '1 min 0 s', '1 min 0 s'],
  [303_000, '5 min 3 s', '5 min 3 s'],
])('%d ms', (ms, en, es) => {
  expect([plain(formatDuration(ms, 'en')), plain(formatDuration(ms, 'es'))]).toEqual([en, es]);
});

it.each([
  [1, '100%', '100 %'],
  [0.9999, '99.9%', '99,9 %'],
  [2 / 3, '66.6%', '66,6 %'],
  [0.57, '57%', '57 %'],
  [0, '0%', '0 %'],
])('%d as a share', (share, en, es) => {
  expect([plain(formatPercent(share, 'en')), plain(formatPercent(share, 'es'))]).toEqual([en, es]);
});

it('is asked wherever a page writes a share, a size or a time span', () => {
  const others = globSync('{app,components}/**/*.{ts,tsx}').filter(
    (file) => !/\.test\.tsx?$|layout\/quantities\.ts$/.test(file),
  );
  const byHand =
    /style: 'percent'|unit: '(?:byte|kilobyte|megabyte|second|millisecond)'|\.toFixed\(|\$\{[^}]*\} (?:ms|s|kB|MB)\b/;
  expect(others.filter((file) => byHand.test(readFileSync(file, 'utf8')))).toEqual([]);
});
