import { randomInt } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** No test may depend on another's order, so each run has one of its own; `TEST_SEED=7` brings that of a seed back. */
const seed = Number(process.env.TEST_SEED || randomInt(1_000_000));

const TESTS = '{app,chaos,bench,cli,components,drizzle,jobs,lib,scripts,server}/**/*.test.{ts,tsx}';
/** What outlives a test that uses one of these: a pool, a mock, a variable, a program, a kind registered for the test. */
const LEAVES_TRACES =
  /database|useOwn|useOneTry|vi\.|register|pigeon|startSystem|spawn|execFile|process\.env|globalThis|testing\/(factories|stories)/i;
/** Those that only call what they import share their modules: loading them anew for each file was most of their time. */
const together = globSync(TESTS).filter((file) => !LEAVES_TRACES.test(readFileSync(file, 'utf8')));

export default defineConfig({
  resolve: { alias: { '@/': fileURLToPath(new URL('./', import.meta.url)) } },
  test: {
    projects: [
      { extends: true, test: { name: 'alone', include: [TESTS], exclude: together } },
      { extends: true, test: { name: 'together', include: together, isolate: false } },
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
