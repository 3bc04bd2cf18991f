import { test as base } from '@playwright/test';
import { type System, startSystem } from '@/lib/testing/system';

/** `system` is shared by the specs that one worker runs; a spec that needs an untouched one calls `startSystem` itself. */
export const test = base.extend<object, { system: System }>({
  system: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const system = await startSystem();
      await use(system);
      await system.stop();
    },
    { scope: 'worker', timeout: 320_000 },
  ],
  baseURL: async ({ system }, use) => use(system.url),
});
