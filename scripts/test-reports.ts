import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

/** What a stage's own report says; `red` names each test that failed, with the first line of why. */
export type Counts = { passed: number; red: string[] };

const VitestReport = z.object({
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

const PlaywrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(
    z.object({
      status: z.string(),
      results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
    }),
  ),
});
type PlaywrightSuite = { specs?: z.infer<typeof PlaywrightSpec>[]; suites?: PlaywrightSuite[] };
const PlaywrightSuite: z.ZodType<PlaywrightSuite> = z.object({
  specs: z.array(PlaywrightSpec).optional(),
  get suites() {
    return z.array(PlaywrightSuite).optional();
  },
});
const PlaywrightReport = z.object({
  suites: z.array(PlaywrightSuite),
  errors: z.array(z.object({ message: z.string().optional() })),
});

const ChaosReport = z.object({
  scenarios: z.array(
    z.object({
      name: z.string(),
      checks: z.array(z.object({ name: z.string(), passed: z.boolean(), found: z.unknown() })),
      error: z.string().optional(),
    }),
  ),
});

/** A file that could not be run counts as one failed test, whatever it holds. */
export function vitestCounts(file: string): Counts | undefined {
  const report = VitestReport.safeParse(readJson(file));
  if (!report.success) return undefined;
  const red = report.data.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [told(name, 'could not be run', message)];
    return failed.map(({ fullName, failureMessages }) => told(name, fullName, failureMessages?.[0]));
  });
  return { passed: report.data.numPassedTests, red };
}

/** A test that passed only when tried again counts as failed. */
export function playwrightCounts(file: string): Counts | undefined {
  const report = PlaywrightReport.safeParse(readJson(file));
  if (!report.success) return undefined;
  const tests = report.data.suites
    .flatMap(specsOf)
    .flatMap((spec) => spec.tests.map((test) => ({ ...test, spec })));
  const red = tests
    .filter(({ status }) => status === 'unexpected' || status === 'flaky')
    .map(({ spec, results }) =>
      told(spec.file, spec.title, results.map(({ error }) => error?.message).find(Boolean)),
    );
  return {
    passed: tests.filter(({ status }) => status === 'expected').length,
    red: [...red, ...report.data.errors.map(({ message }) => told('playwright', 'error', message))],
  };
}

function specsOf({ specs = [], suites = [] }: PlaywrightSuite): z.infer<typeof PlaywrightSpec>[] {
  return [...specs, ...suites.flatMap(specsOf)];
}

/** Each check of a scenario is a test; one that could not be completed is a failed one. */
export function chaosCounts(file: string): Counts | undefined {
  const report = ChaosReport.safeParse(readJson(file));
  if (!report.success) return undefined;
  const checks = report.data.scenarios.flatMap(({ name, checks }) =>
    checks.map((check) => ({ ...check, scenario: name })),
  );
  const broken = report.data.scenarios.filter(({ error }) => error);
  return {
    passed: checks.filter(({ passed }) => passed).length,
    red: [
      ...checks
        .filter(({ passed }) => !passed)
        .map(({ scenario, name, found }) => told(scenario, name, JSON.stringify(found))),
      ...broken.map(({ name, error }) => told(name, 'not completed', error)),
    ],
  };
}

function told(where: string, test: string, why = ''): string {
  const [line = ''] = stripVTControlCharacters(why).trim().split('\n');
  return `${where.replace(`${process.cwd()}/`, '')} › ${test}${line && `: ${line.slice(0, 300)}`}`;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
