import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { expectLinear, TEXTS } from './linear';
import { pureModules } from './pure-modules';

/** Some register what they are given; nothing of it is to reach other tests. What an expression costs shows with the unit repeated. */
const UNITS = TEXTS.filter(([name]) => !name.includes(' and '));

/** What never reads anything that somebody else wrote. */
const OWN_TEXTS = new Set([
  // Our own sources.
  'lib/i18n/used-keys.ts usedKeys',
  // A form that we made: of a text it makes one field for each character.
  'lib/providers/email/mailgun/form.ts encodeForm',
]);

type Reader = (text: string) => unknown;

function isReader(value: unknown): value is Reader {
  return typeof value === 'function' && value.length === 1 && !/^class\b/.test(String(value));
}

const modules = pureModules();

// What is asked for a text that there is none of says so there.
beforeAll(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterAll(() => {
  vi.restoreAllMocks();
});

// A list by hand left out whoever wrote a new one: here whatever takes one thing gets texts, whether it is meant for them or not.
describe('no text of 100 kB costs more than looks at each of its characters', () => {
  it('in anything that lib exports and that only thinks', async () => {
    const read: string[] = [];
    for (const file of modules) {
      const exports: Record<string, unknown> = await import(/* @vite-ignore */ `../../../${file}`);
      for (const [name, value] of Object.entries(exports)) {
        const path = `${file} ${name}`;
        if (!isReader(value) || OWN_TEXTS.has(path)) continue;
        read.push(path);
        try {
          expectLinear((text) => quietly(value, text), UNITS);
        } catch (error) {
          throw new Error(path, { cause: error });
        }
      }
    }
    for (const known of ['lib/providers/api/web-page.ts pageTitle', 'lib/replies/parse-wait.ts parseWaitMs'])
      expect(read).toContain(known);
    expect(read.length).toBeGreaterThan(300);
  }, 300_000);
});

/** Of what is meant for something else an error is as good as an answer. */
function quietly(read: Reader, text: string): void {
  try {
    const made = read(text);
    if (made instanceof Promise) made.catch(() => undefined);
  } catch {
    // Nothing is asked of it.
  }
}
