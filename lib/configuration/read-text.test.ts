import { describe, expect, it } from 'vitest';
import { longestHoldMs } from '@/lib/testing/longest-hold';
import { readText } from './read-text';

/** What the parser would take seconds for, in one go: 5 µs for each character. */
const LARGE = {
  'a list': `relevo: 1\nsettings: [${'x, '.repeat(100_000)}x]\n`,
  'names that nobody knows': `relevo: 1\nproviders:\n${Array.from({ length: 8_000 }, (_, n) => `  p${n}: { kind: no }\n`).join('')}`,
  'names beyond all bounds': JSON.stringify({
    relevo: 1,
    providers: Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`p${n}`, { kind: 'no' }])),
  }),
  'things that are right but for the last one': JSON.stringify({
    relevo: 1,
    providers: Object.fromEntries(
      Array.from({ length: 1_500 }, (_, n) => [
        `p${n}`,
        { kind: 'sandbox', settings: {}, [n < 1_499 ? 'priority' : 'priorty']: 1 },
      ]),
    ),
  }),
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
    expect(held).toBeLessThan(50);
  });
});

it('is read as a short one is, whatever stands in it', async () => {
  const text = (count: number) =>
    JSON.stringify({
      relevo: 1,
      settings: { general: { timeZone: 'UTC' } },
      providers: Object.fromEntries(
        Array.from({ length: count }, (_, n) => [
          `p${n}`,
          { kind: 'sandbox', settings: {}, priority: n % 100 },
        ]),
      ),
    });
  const read = async (count: number) => (await readText(text(count))).document as Record<string, unknown>;
  const [document, few] = [await read(250), await read(3)];
  expect(Object.keys(document)).toEqual(Object.keys(few));
  const providers = document.providers as Record<string, unknown>;
  expect(Object.keys(providers)).toHaveLength(250);
  expect(providers.p2).toEqual((few.providers as typeof providers).p2);
  expect(providers.p249).toMatchObject({ kind: 'sandbox', priority: 49 });
});

it('keeps no name and no number that JSON cannot say', async () => {
  const flaws = async (text: string) =>
    readText(text).then(
      () => 'taken',
      (error: { errors?: { path: string; code: string }[] }) =>
        error.errors?.map(({ path, code }) => `${path} ${code}`),
    );
  const many = Array.from({ length: 1_000 }, (_, n) => `  p${n}: { kind: sandbox, settings: {} }`).join('\n');
  expect(await flaws(`relevo: 1\nproviders:\n${many}\n  __proto__: { kind: no }\n`)).toEqual([
    'providers.__proto__ reserved_name',
  ]);
  expect(
    await flaws(`relevo: 1\nproviders:\n${many}\n  last: { kind: sandbox, settings: {}, priority: .inf }\n`),
  ).toHaveLength(1);
});
