import { readFileSync } from 'node:fs';
import { z } from 'zod';

export type Counts = { passed: number; failed: number };

const VitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
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

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
