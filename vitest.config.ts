import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** No test may depend on another's order, so each run has one of its own; `TEST_SEED=7` brings that of a seed back. */
const seed = Number(process.env.TEST_SEED || randomInt(1_000_000));

export default defineConfig({
  resolve: { alias: { '@/': fileURLToPath(new URL('./', import.meta.url)) } },
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['node_modules/**', '.next/**', '.data/**', 'e2e/**'],
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
