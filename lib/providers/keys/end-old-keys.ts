import { and, eq, isNotNull, lte } from 'drizzle-orm';
import { providerKeyRotations, providerKeys } from '@/drizzle/schema/providers';
import { mutation } from '@/lib/audit/mutation';
import { jobContext } from '@/lib/context';
import { db } from '@/lib/database/db';
import { log } from '@/lib/log';
import { runTest } from '@/lib/providers/health/run-test';
import { loadProvider } from '@/lib/providers/load';
import { ServiceFailure } from '@/lib/providers/service-failure';
import { hideSecrets } from './hide-secrets';
import type { KeyRow } from './rotation-work';
import { lastRotationOf } from './rotations';

/**
 * Ends keys at their services whose grace is over, and forgets them. Never while the one in use does not pass its test: then the one from
 * before is all there is. What cannot be ended is tried again by the next run.
 */
export async function endOldKeys(now: Date): Promise<void> {
  const { active, endsAt, externalId } = providerKeys;
  const isDue = and(eq(active, false), lte(endsAt, now), isNotNull(externalId));
  for (const key of await db().select().from(providerKeys).where(isDue).limit(50)) {
    try {
      await endOne(key);
      await noteOnLast(key.providerId, null);
    } catch (error) {
      if (!(error instanceof ServiceFailure)) throw error;
      log.warn('an old key could not be ended', { providerId: key.providerId, problem: error.problem });
      await noteOnLast(key.providerId, error.message);
    }
  }
}

async function endOne(key: KeyRow): Promise<void> {
  const provider = await loadProvider(key.providerId);
  if (!provider || provider.problem) throw new ServiceFailure('end', 'the provider cannot be read');
  const { adapter, config } = provider;
  const test = await runTest(provider);
  if (!test.ok) throw new ServiceFailure('end', `the key in use does not pass its test (${test.cause})`);
  try {
    await adapter.keys?.end(config, key.externalId!);
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error;
    throw new ServiceFailure('end', hideSecrets(error.message, config.secrets).slice(0, 500));
  }
  await mutation(jobContext('key-rotation'), 'provider_key.end', async (tx) => {
    // Used again meanwhile: then nothing is forgotten, though it is of no use any more.
    const stillOld = and(eq(providerKeys.id, key.id), eq(providerKeys.active, false));
    await tx.delete(providerKeys).where(stillOld);
    return { result: undefined, subjectId: key.providerId, before: { keyId: key.id, label: key.label } };
  });
}

/** Beside the last replacement, which is where a person looks. */
async function noteOnLast(providerId: string, detail: string | null): Promise<void> {
  const last = await lastRotationOf(providerId);
  if (last?.step !== 'done') return;
  const problem = detail === null ? null : 'end';
  if (last.problem === problem && last.detail === detail) return;
  await db()
    .update(providerKeyRotations)
    .set({ problem, detail })
    .where(eq(providerKeyRotations.id, last.id));
}
