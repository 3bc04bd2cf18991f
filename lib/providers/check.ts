import { playCheck } from '@/lib/drills/play';
import type { TestResult } from './adapter';
import { takeProbe } from './health';
import { loadProvider } from './load';
import { recordCheck } from './record-check';
import { runTest } from './run-test';

/** Relevo's own check: never a message, 10 s at most. What it finds counts for the breaker. Null: the provider is gone or paused. */
export async function checkHealth(providerId: string): Promise<TestResult | null> {
  const provider = await loadProvider(providerId);
  if (!provider?.row.active) return null;
  const result = (await playCheck(provider.row)) ?? (await runTest(provider));
  await recordCheck(providerId, result);
  return result;
}

/** Half-open and no message at hand to be the probe: a check is. Does nothing while somebody else probes. */
export async function probeByCheck(providerId: string): Promise<void> {
  if (await takeProbe(providerId)) await checkHealth(providerId);
}
