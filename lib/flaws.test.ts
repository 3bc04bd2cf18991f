import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FLAW_CODES, FLAWS } from './flaws';
import { messagesOf } from './i18n/messages';
import { placeholders } from './i18n/placeholders';

const ENGLISH = messagesOf('en').flaws as Record<string, string>;
const SPANISH = messagesOf('es').flaws as Record<string, string>;

describe('the catalogue of what can be wrong with a field', () => {
  it('has a sentence of every code in both languages, and none of another', () => {
    const codes = FLAW_CODES.toSorted();
    expect(Object.keys(ENGLISH).toSorted()).toEqual(codes);
    expect(Object.keys(SPANISH).toSorted()).toEqual(codes);
  });

  it.each(FLAW_CODES)('%s names all its parameters wherever it is told', (code) => {
    const params = placeholders(FLAWS[code]);
    expect(placeholders(ENGLISH[code]!)).toEqual(params);
    expect(placeholders(SPANISH[code]!)).toEqual(params);
  });

  it('has nothing that nobody says', () => {
    const source = globSync(['{lib,app,components}/**/*.{ts,tsx}'], {
      exclude: ['**/*.test.ts', 'lib/flaws.ts', 'lib/testing/**'],
    })
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const unsaid = FLAW_CODES.filter((code) => !source.includes(`'${code}'`));
    expect(unsaid.filter((code) => !/^over_\w+_limit$/.test(code))).toEqual([]);
  });
});
