import { randomInt } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** No test may depend on another's order, so each run has one of its own; `TEST_SEED=7` brings that of a seed back. */
const seed = Number(process.env.TEST_SEED || randomInt(1_000_000));

const TESTS = '{app,chaos,bench,cli,components,drizzle,jobs,lib,scripts,server}/**/*.test.{ts,tsx}';
/**
 * Who shares no process with others: mocks of modules, clocks that are set, variables, channels that are registered for a test, and who measures
 * what the process itself costs, which a larger heap makes more.
 */
const ALONE = new RegExp(
  [
    /vi\.(?!waitFor|waitUntil|fn|spyOn|restoreAllMocks|mocked)|process\.env|globalThis/,
    /register|pigeon|testing\/stories|watchPlans|startSystem/,
    /longest-hold|testing\/cpu|while-working|memoryUsage|cpuUsage/,
  ]
    .map(({ source }) => source)
    .join('|'),
);
/** All others share their modules: loading them anew for each file was most of the time. Each has a database of its own nevertheless. */
const together = globSync(TESTS).filter((file) => !ALONE.test(readFileSync(file, 'utf8')));

export default defineConfig({
  resolve: { alias: { '@/': fileURLToPath(new URL('./', import.meta.url)) } },
  test: {
    projects: [
      { extends: true, test: { name: 'alone', include: [TESTS], exclude: together } },
      {
        extends: true,
        test: {
          name: 'together',
          include: together,
          isolate: false,
          setupFiles: './lib/testing/leave-no-trace.ts',
        },
      },
    ],
    globalSetup: './lib/testing/global-setup.ts',
    pool: 'forks',
    // One more than cores: many a file waits, for its database or a program that it started.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    sequence: { shuffle: { tests: true }, seed },
    // It imports `next/server`, which Node by itself does not find.
    server: { deps: { inline: ['next-auth'] } },
  },
});
