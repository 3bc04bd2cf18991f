import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { perform, type Result } from './perform';
import { SCENARIOS } from './scenarios';

/**
 * `npm run chaos [-- scenario …] [--seed N] [--short]`: breaks a running Relevo on purpose and looks whether anything was lost.
 * Progress on stderr, one JSON document on stdout (or in the file of `--report`); exit code 1 when a check fails.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    short: { type: 'boolean', default: false },
    report: { type: 'string' },
  },
});
const seed = Number(values.seed);
const unknown = positionals.filter((name) => !SCENARIOS.some((scenario) => scenario.name === name));
if (unknown.length > 0 || !Number.isSafeInteger(seed)) {
  const names = SCENARIOS.map(({ name }) => name).join(', ');
  console.error(
    unknown.length > 0
      ? `There is no scenario ${unknown.join(', ')}. Scenarios: ${names}`
      : 'The seed is not a number.',
  );
  process.exit(2);
}

const wanted = SCENARIOS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const startedAt = new Date();
const results: Result[] = await perform(wanted, seed, values.short);
const passed = results.every((result) => result.passed);
const report = JSON.stringify(
  {
    passed,
    seed,
    size: values.short ? 'short' : 'full',
    startedAt,
    machine: `${cpus().length} × ${cpus()[0]?.model}, Node ${process.versions.node}`,
    scenarios: results,
  },
  null,
  2,
);
if (values.report) writeFileSync(values.report, `${report}\n`);
else console.log(report);
process.exit(passed ? 0 : 1);
