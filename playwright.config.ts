import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { chromiumPath, needlessArgs } from './e2e/support/chromium';

export default defineConfig({
  testDir: 'e2e',
  // Each has a real system of its own, which serves its specs one after the other.
  workers: availableParallelism(),
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    launchOptions: {
      executablePath: await chromiumPath(),
      ignoreDefaultArgs: needlessArgs,
      // In an empty environment the browser could not name a download with an ñ.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    },
    // A control that is not there should fail its step, not use up the whole test.
    actionTimeout: 20_000,
    locale: 'en-GB',
    timezoneId: 'UTC',
    // As for people who asked their system for none: nothing is waited for until it has come to its end.
    contextOptions: { reducedMotion: 'reduce' },
    // Recording a trace of every test, for the one that fails, costs a third of the time: `--trace on` when one is looked into.
    screenshot: 'only-on-failure',
  },
});
