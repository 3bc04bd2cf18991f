import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { baseOfChanges } from './base-of-changes';
import { chaosCounts, playwrightCounts, vitestCounts } from './test-reports';
import { runStage, type Stage } from './test-stage';

/**
 * `npm test`, or `npm test -- lint unit` for some stages, or `npm test -- changed` for what a branch has touched. Every stage runs,
 * whatever became of those before it. The last line alone sums it all up: `N passed, N failed`. The tests of each file run in an order of
 * this run's own; `TEST_SEED`, which is printed, brings it back.
 */
process.env.TEST_SEED ||= String(randomInt(1_000_000));
const reports = mkdtempSync(join(tmpdir(), 'relevo-reports-'));
const playwrightReport = join(reports, 'playwright.json');
const chaosReport = join(reports, 'chaos.json');

const types: Stage = {
  name: 'types',
  commands: [
    ['next', 'typegen'],
    ['tsc', '--noEmit'],
  ],
};
const lint: Stage = { name: 'lint', commands: [['biome', 'check']] };
const boundaries: Stage = {
  name: 'boundaries',
  commands: [
    ['depcruise', ...'app components lib jobs cli server scripts drizzle bench chaos'.split(' ')],
    // Files that nobody imports, packages that nobody uses or that nobody named.
    ['knip', '--no-progress', '--include', 'files,dependencies,unlisted,unresolved'],
  ],
};

const STAGES: Stage[] = [
  types,
  lint,
  boundaries,
  vitest('unit', []),
  {
    name: 'build',
    commands: [
      ['node', '--import', 'tsx', 'scripts/build.ts'],
      ['node', '--import', 'tsx', 'scripts/weigh-pages.ts'],
    ],
  },
  {
    name: 'chaos',
    commands: [['node', '--import', 'tsx', 'chaos/main.ts', '--short', '--report', chaosReport]],
    counts: () => chaosCounts(chaosReport),
  },
  {
    name: 'e2e',
    commands: [['playwright', 'test', '--reporter=list,json']],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
    counts: () => playwrightCounts(playwrightReport),
  },
];

/** Those that read the tree instead of importing it: whatever changed may concern them. */
const READERS_OF_THE_TREE = ['scripts/', 'lib/i18n/', 'lib/testing/access-list'];

const CHANGED: Stage[] = [
  types,
  lint,
  boundaries,
  vitest('house', READERS_OF_THE_TREE),
  vitest('changed', ['--changed', baseOfChanges()]),
];

function vitest(name: string, args: string[]): Stage {
  const report = join(reports, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { name, commands: [['vitest', 'run', ...args, ...reporters]], counts: () => vitestCounts(report) };
}

const wanted = process.argv.slice(2);
const isChanged = wanted.length === 1 && wanted[0] === 'changed';
const unknown = wanted.filter((name) => !STAGES.some((stage) => stage.name === name));
if (unknown.length > 0 && !isChanged) {
  console.error(
    `There is no stage ${unknown.join(', ')}. Stages: ${STAGES.map(({ name }) => name).join(', ')}; or changed alone`,
  );
  process.exit(1);
}

let passed = 0;
let failed = 0;
const summary: string[] = [];
const chosen = STAGES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
for (const stage of isChanged ? CHANGED : chosen) {
  const result = runStage(stage);
  passed += result.passed;
  failed += result.failed;
  summary.push(
    `${result.failed === 0 ? '✓' : '✗'} ${stage.name.padEnd(11)} ${result.passed} passed, ${result.failed} failed (${result.seconds} s)`,
    ...result.red.map((test) => `    ✗ ${test}`),
  );
}
rmSync(reports, { recursive: true, force: true });
console.log(
  `\n${summary.join('\n')}\nTEST_SEED=${process.env.TEST_SEED}\n\n${passed} passed, ${failed} failed`,
);
process.exitCode = failed === 0 ? 0 : 1;
