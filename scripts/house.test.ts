import { globSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const MAX_LINES = 250;
const MAX_PAGE_LINES = 30;

const files = globSync('{app,bench,cli,components,drizzle,e2e,jobs,lib,scripts,server}/**/*.{ts,tsx,mjs,css}')
  .filter((file) => statSync(file).isFile())
  .map((file) => ({ file, lines: readFileSync(file, 'utf8').trimEnd().split('\n').length }));

describe('file size', () => {
  test('the search found the house', () => expect(files.length).toBeGreaterThan(100));

  test(`no file is longer than ${MAX_LINES} lines`, () => {
    expect(files.filter(({ lines }) => lines > MAX_LINES)).toEqual([]);
  });

  test(`no page is longer than ${MAX_PAGE_LINES} lines`, () => {
    const pages = files.filter(({ file }) => file.endsWith('/page.tsx'));
    expect(pages.filter(({ lines }) => lines > MAX_PAGE_LINES)).toEqual([]);
  });
});
