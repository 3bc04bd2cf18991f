import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `TEST_SEED=7` runs the tests of each file in the order of that seed: none may depend on another's, and some still do. */
const seed = process.env.TEST_SEED ? Number(process.env.TEST_SEED) : undefined;

export default defineConfig({
  resolve: { alias: { '@/': fileURLToPath(new URL('./', import.meta.url)) } },
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['node_modules/**', '.next/**', '.data/**', 'e2e/**'],
    globalSetup: './lib/testing/global-setup.ts',
    pool: 'forks',
    // By default all cores but one: on two, one file at a time, which mostly waits.
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    ...(seed !== undefined && { sequence: { shuffle: { tests: true }, seed } }),
    // It imports `next/server`, which Node by itself does not find.
    server: { deps: { inline: ['next-auth'] } },
  },
});
