import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MOST_COUNTED } from '@/lib/messages/count';
import { MAX_BATCH } from '@/lib/messages/schema';
import { Settings } from '@/lib/settings/schema';
import { FEATURES } from '@/lib/testing/features/features';
import { DEAD_AFTER_SECONDS } from '@/lib/workers/heartbeat';
import { SILENT_AFTER_SECONDS } from '@/lib/workers/living';
import { STOP_LIMIT_MS } from '@/lib/workers/stop-limit';

const MEASURED = 'docs/house/measured.md';
/** What a newcomer reads, and what leads on from it. */
const FILES = [
  'README.md',
  'docs/variables.md',
  'docs/house/in-detail.md',
  'docs/house/where-is.md',
  'docs/house/decisions.md',
  MEASURED,
];
const readme = FILES.map((file) => readFileSync(file, 'utf8'))
  .join('\n')
  .replaceAll(/\s+/g, ' ');
/** Of somebody who reads about something new. */
const WORDS_A_MINUTE = 230;
const { delivery } = Settings.parse({});
const { balanced, breaker, retries } = delivery;

const listed = (numbers: number[]) => `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;

/** Sentences of them with what the code has for their numbers. */
const SENTENCES: Record<string, string> = {
  'how long a stop takes': `at most ${STOP_LIMIT_MS / 1000} seconds later`,
  'the weights of balanced': `\`balanced\` (${balanced.cost} % cost, ${balanced.reliability} % reliability, ${balanced.speed} % speed)`,
  'the circuit breaker': `${breaker.failures} faults in a row open it; for ${breaker.openSeconds / 60} minutes nobody`,
  'the retries of a fault': `${listed(retries.faultMinutes)} minutes; ${listed(retries.deferralMinutes.map((minutes) => minutes / 60))} hours more`,
  'the possible second copy': `for ${retries.secondCopyAfterMinutes} minutes (\`delivery.retries.secondCopyAfterMinutes\``,
  'the longest wait for the pace': `\`delivery.pace.failOverAfterSeconds\` (${delivery.pace.failOverAfterSeconds})`,
  retention: `\`delivery.retention.days\` (${delivery.retention.days})`,
  'retention, said again': `Messages are kept ${delivery.retention.days} days (a setting)`,
  'the reserve for urgent ones': `leave a ${delivery.limits.bufferPercent === 90 ? 'tenth' : '?'} of each limit to urgent ones`,
  'how many are counted': `exactly up to a ${MOST_COUNTED === 1000 ? 'thousand' : '?'}`,
  'how many go by id': `{ ids: [≤ ${MAX_BATCH}] }`,
  'the features compared': `${Object.keys(FEATURES).length} features`,
  'when a worker is missed': `for ${SILENT_AFTER_SECONDS} s after its last beat`,
  'when a worker is dead': `given up for dead (${DEAD_AFTER_SECONDS} s)`,
};

describe('the README and the pages behind it', () => {
  test('is read in three minutes', () => {
    const words = readFileSync('README.md', 'utf8')
      .replaceAll(/^\|.*$/gm, '')
      .split(/\s+/).length;
    expect(words).toBeLessThan(3 * WORDS_A_MINUTE);
  });

  test.each(Object.entries(SENTENCES))('says %s as it is', (_, sentence) => {
    expect(readme).toContain(sentence);
  });

  test('names commands and files that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object };
    const runs = [...readme.matchAll(/npm run (?:--silent )?([a-z]+)/g)].map(([, name]) => name!);
    expect(runs.filter((name) => !(name in scripts))).toEqual([]);
    const nouns = [...readme.matchAll(/\.\/relevo ([a-z]+) /g)].map(([, noun]) => noun!);
    expect(nouns.filter((noun) => !existsSync(`cli/${noun}.ts`))).toEqual([]);
    const links = FILES.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, to]) =>
        join(dirname(file), to!),
      ),
    );
    expect(links.filter((to) => !existsSync(to))).toEqual([]);
    const files = [
      ...readme.matchAll(/`((?:app|bench|chaos|cli|docs|jobs|lib|scripts|server)\/[\w./()[\]-]+)`/g),
    ];
    expect(files.map(([, file]) => file!).filter((file) => !existsSync(file))).toEqual([]);
  });

  test('names every variable that there is', () => {
    const variables = [...readFileSync('lib/env.ts', 'utf8').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(
      ([, name]) => name!,
    );
    expect(variables.length).toBeGreaterThan(15);
    // Known to whoever runs anything on Node.
    const ours = variables.filter((name) => !['NODE_ENV', 'NO_COLOR'].includes(name));
    for (const file of ['docs/variables.md', 'docs/es/variables.md']) {
      const text = readFileSync(file, 'utf8');
      expect(ours.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
    }
  });

  test('has for each measure the targets of its bench', () => {
    const rows = benchRows();
    expect(rows.length).toBeGreaterThan(10);
    const wrong = rows.filter(({ bench, target }) => {
      const known = numbersOf(readFileSync(`bench/${bench}.ts`, 'utf8'));
      return !target.every((number) => known.has(number));
    });
    expect(wrong).toEqual([]);
  });

  test('says of each figure that was measured by which command and when', () => {
    expect(readme).toMatch(
      /On 2 virtual cores .*`drain`, `two`, `pace` and `idle` of \d{4}-\d\d-\d\d, the others .* on \d{4}-\d\d-\d\d/,
    );
    const scenarios = readme.match(/\| Scenario \(seed 1\)/g)?.length ?? 0;
    expect(scenarios).toBe(
      readme.match(/(?:`npm run chaos`, eleven minutes|Three more, on \d{4}-\d\d-\d\d)/g)?.length,
    );
  });

  test('keeps to the limit of everything that is a target, or says that it was missed', () => {
    const claims = benchRows().filter(({ row }) => !/missed|not always/.test(row));
    for (const { row, found, target, least } of claims)
      for (const [index, limit] of target.entries())
        expect([row, least[index] ? found[index]! >= limit : found[index]! <= limit]).toEqual([row, true]);
  });
});

type BenchRow = { row: string; bench: string; target: number[]; least: boolean[]; found: number[] };

/** `| drain | a bare loop | ≥ 0.6 | 0.78 … |`; a row without a name goes with the one above. Seconds are told there, ms in code. */
function benchRows(): BenchRow[] {
  let bench = '';
  return readFileSync(MEASURED, 'utf8')
    .split('\n')
    .filter((line) => /^\|.*[≥≤]/.test(line))
    .map((row) => {
      const [name, , aim, result] = row
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim());
      bench = name!.replaceAll('`', '') || bench;
      const unit = / s$/.test(aim!) ? 1000 : 1;
      const target = [...aim!.matchAll(/[\d.]+/g)].map(([number]) => Number(number) * unit);
      const least = target.map(
        (_, index) => (aim!.match(/[≥≤]/g)?.[index] ?? aim!.match(/[≥≤]/)![0]) === '≥',
      );
      const found = [...result!.replace(/^p\d+ /, '').matchAll(/[\d.]+/g)].map(([number]) => Number(number));
      return { row: `${bench}: ${aim} ${result}`, bench, target, least, found };
    });
}

/** As they stand, and their sums, as `PER_SECOND + TOLERANCE`. */
function numbersOf(source: string): Set<number> {
  const constants = new Map(
    [...source.matchAll(/const (\w+) = ([\d_.]+);/g)].map(([, name, value]) => [
      name!,
      Number(value!.replaceAll('_', '')),
    ]),
  );
  const sums = [...source.matchAll(/(\w+) \+ (\w+)/g)].map(
    ([, a, b]) => (constants.get(a!) ?? 0) + (constants.get(b!) ?? 0),
  );
  const written = [...source.matchAll(/\b\d[\d_]*(?:\.\d+)?\b/g)].map(([value]) =>
    Number(value.replaceAll('_', '')),
  );
  return new Set([...written, ...sums]);
}
