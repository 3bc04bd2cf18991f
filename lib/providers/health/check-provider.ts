import type { TestResult } from '@/lib/channels/results';
import { playCheck } from '@/lib/outages/play';
import { loadProvider } from '@/lib/providers/load';
import { takeProbe } from './health';
import { recordCheck } from './record-check';
import { runTest } from './run-test';

/** Relevo's own check: never a message, 10 s at most. What it finds counts for the breaker. Null: the provider is gone, paused or cannot be used. */
export async function checkHealth(providerId: string): Promise<TestResult | null> {
  const provider = await loadProvider(providerId);
  // What a person must mend is no fault that a breaker could wait for.
  if (!provider?.row.active || provider.problem) return null;
  const result = (await playCheck(provider.row)) ?? (await runTest(provider));
  await recordCheck(providerId, result);
  return result;
}

/** Half-open and no message at hand to be the probe: a check is. Does nothing while somebody else probes. */
export async function probeByCheck(providerId: string): Promise<void> {
  if (await takeProbe(providerId)) await checkHealth(providerId);
}
