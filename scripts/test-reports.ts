import { readFileSync } from 'node:fs';
import { z } from 'zod';

export type Counts = { passed: number; failed: number };

const VitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});
const ChaosReport = z.object({
  scenarios: z.array(
    z.object({ checks: z.array(z.object({ passed: z.boolean() })), error: z.string().optional() }),
  ),
});

export function vitestCounts(file: string): Counts | undefined {
  const report = VitestReport.safeParse(readJson(file));
  return report.success
    ? { passed: report.data.numPassedTests, failed: report.data.numFailedTests }
    : undefined;
}

/** A test that passed only when tried again counts as failed. */
export function playwrightCounts(file: string): Counts | undefined {
  const report = PlaywrightReport.safeParse(readJson(file));
  if (!report.success) return undefined;
  const { expected, unexpected, flaky } = report.data.stats;
  return { passed: expected, failed: unexpected + flaky };
}

/** Each check of a scenario is a test; one that could not be completed is a failed one. */
export function chaosCounts(file: string): Counts | undefined {
  const report = ChaosReport.safeParse(readJson(file));
  if (!report.success) return undefined;
  const { scenarios } = report.data;
  const checks = scenarios.flatMap((scenario) => scenario.checks);
  const passed = checks.filter((check) => check.passed).length;
  return { passed, failed: checks.length - passed + scenarios.filter(({ error }) => error).length };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
