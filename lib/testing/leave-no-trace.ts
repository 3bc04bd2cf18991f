import { afterAll, vi } from 'vitest';
import { forgetAll } from '@/lib/async/memory';
import { forgetEnv } from '@/lib/env';
import { unregisterOthers } from '@/lib/providers/registry';

/** Before and after each file that shares its process with others: none knows of the one before. */
const variables = { ...process.env };

afterAll(() => {
  vi.unstubAllEnvs();
  for (const name of Object.keys(process.env)) if (!(name in variables)) delete process.env[name];
  Object.assign(process.env, variables);
  vi.useRealTimers();
  vi.unstubAllGlobals();
  forgetEnv();
  forgetAll();
  unregisterOthers();
});
