import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chaosCounts, playwrightCounts, vitestCounts } from './test-reports';
import { runStage, type Stage } from './test-stage';

/**
 * `npm test`, or `npm test -- lint unit` for some stages. Every stage runs, whatever became of those before it.
 * The last line alone sums it all up: `N passed, N failed`.
 */
const reports = mkdtempSync(join(tmpdir(), 'relevo-reports-'));
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');
const chaosReport = join(reports, 'chaos.json');

const STAGES: Stage[] = [
  {
    name: 'types',
    commands: [
      ['next', 'typegen'],
      ['tsc', '--noEmit'],
    ],
  },
  { name: 'lint', commands: [['biome', 'check']] },
  {
    name: 'boundaries',
    commands: [['depcruise', ...'app components lib jobs cli server scripts drizzle bench chaos'.split(' ')]],
  },
  {
    name: 'unit',
    commands: [
      ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
    ],
    counts: () => vitestCounts(vitestReport),
  },
  { name: 'build', commands: [['node', '--import', 'tsx', 'scripts/build.ts']] },
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

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !STAGES.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no stage ${unknown.join(', ')}. Stages: ${STAGES.map(({ name }) => name).join(', ')}`,
  );
  process.exit(1);
}

let passed = 0;
let failed = 0;
const summary: string[] = [];
for (const stage of STAGES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const result = runStage(stage);
  passed += result.passed;
  failed += result.failed;
  summary.push(
    `${result.failed === 0 ? '✓' : '✗'} ${stage.name.padEnd(11)} ${result.passed} passed, ${result.failed} failed (${result.seconds} s)`,
  );
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n${summary.join('\n')}\n\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
