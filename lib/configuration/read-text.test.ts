import { describe, expect, it } from 'vitest';
import { longestHoldMs } from '@/lib/testing/longest-hold';
import { readText } from './read-text';

/** What the parser would take seconds for, in one go: 5 µs for each character. */
const LARGE = {
  'a list': `relevo: 1\nsettings: [${'x, '.repeat(100_000)}x]\n`,
  'names that nobody knows': `relevo: 1\nproviders:\n${Array.from({ length: 8_000 }, (_, n) => `  p${n}: { kind: no }\n`).join('')}`,
  'a text': `relevo: 1\nsettings: |\n${'  a line of words\n'.repeat(20_000)}`,
};

describe('a large document', () => {
  it.each(Object.entries(LARGE))('lets others have their turn meanwhile: %s', async (_, text) => {
    // Whatever is made ready once.
    await readText('relevo: 1\n');
    let error: { code?: string } | undefined;
    const held = await longestHoldMs(() =>
      readText(text).catch((thrown: { code?: string }) => {
        error = thrown;
      }),
    );
    expect(error?.code).toBe('validation_failed');
    expect(held).toBeLessThan(100);
  });
});
