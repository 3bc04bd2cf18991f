import { eq } from 'drizzle-orm';
import { providerKeys } from '@/drizzle/schema/providers';
import { mutation } from '@/lib/audit/mutation';
import { db } from '@/lib/database/db';
import { log } from '@/lib/log';
import type { ServiceFailure } from '@/lib/providers/service-failure';
import { hideSecrets } from './hide-secrets';
import { keysOf, type Work } from './rotation-work';
import { noteRotation } from './rotations';

/** It waits, and goes on by itself. */
export async function noteFailure(work: Work, failure: ServiceFailure): Promise<void> {
  const { rotation: row } = work;
  await noteRotation(db(), row, { ...told(work, failure), tries: row.tries + 1, claimedUntil: null });
}

/**
 * It is over: the key in use stays, and what was made is ended at the service. Where that fails it stays with its end in the past, so that
 * the next run ends it.
 */
export async function giveUp(work: Work, failure: ServiceFailure): Promise<void> {
  const { ctx, rotation, provider } = work;
  const made = (await keysOf(rotation.providerId)).find(({ id }) => id === rotation.keyId);
  const ended = made?.externalId ? await tryToEnd(work, made.externalId) : true;
  await mutation(ctx, 'provider_key.give_up', async (tx) => {
    if (made && !made.active) {
      if (ended) await tx.delete(providerKeys).where(eq(providerKeys.id, made.id));
      else await tx.update(providerKeys).set({ endsAt: new Date() }).where(eq(providerKeys.id, made.id));
    }
    const what = told(work, failure);
    const now = new Date();
    // Whoever asked for it sees what came of it.
    const toldAt = ctx.actor.type === 'job' ? null : now;
    await noteRotation(tx, rotation, { ...what, finishedAt: now, toldAt, claimedUntil: null });
    return { result: undefined, subjectId: provider.row.id, after: { key: rotation.name, ...what } };
  });
}

async function tryToEnd({ provider }: Work, externalId: string): Promise<boolean> {
  try {
    await provider.adapter.keys?.end(provider.config, externalId);
    return true;
  } catch (error) {
    log.warn('a key that was made in vain could not be ended yet', { provider: provider.row.name, error });
    return false;
  }
}

function told({ provider }: Work, { problem, message }: ServiceFailure) {
  return { problem, detail: hideSecrets(message, provider.config.secrets).slice(0, 500) };
}
