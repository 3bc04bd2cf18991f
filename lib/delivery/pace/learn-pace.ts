import { noteTaken, noteThrottled } from '@/lib/capacity/pace';
import { workerCount } from '@/lib/capacity/shares';
import type { FinishedAttempt } from '@/lib/delivery/settle';
import { log } from '@/lib/log';
import type { LoadedProvider } from '@/lib/providers/load';
import { connectionsOf, forgetFacts, routingFacts } from '@/lib/providers/routing-facts';
import { FIRST_PAUSE_MS } from '@/lib/routing/pace';
import { holdLane, refreshLane, speedOf } from './lanes';

/** `since`: when the message went, at the pace of that moment. */
type Told = Pick<FinishedAttempt, 'outcomes'> & { since: number };

/**
 * What an answer teaches of a provider's pace. The result of the attempt is not written yet: it must not be lost over this.
 * @returns for how long the provider is left alone, where it was asked too fast
 */
export async function notePace(provider: LoadedProvider, told: Told): Promise<number | undefined> {
  return learn(provider, told).catch((error: unknown) => {
    log.warn('a pace was not noted', { provider: provider.row.name, error });
    return undefined;
  });
}

async function learn(provider: LoadedProvider, { outcomes, since }: Told): Promise<number | undefined> {
  const { row, adapter } = provider;
  const throttled = outcomes.find(({ fault }) => fault === 'throttled');
  const tookMs = performance.now() - since;
  if (throttled) holdLane(row.id, throttled.retryAfterMs ?? FIRST_PAUSE_MS);
  const state = (await routingFacts()).find(({ id }) => id === row.id);
  if (!throttled) {
    const taken = outcomes.some(({ outcome }) => outcome === 'accepted');
    if (taken && state && state.pace.refusals > 0 && !state.pace.pausedUntil) {
      state.pace.refusals = 0;
      await noteTaken(row.id);
    }
    return undefined;
  }
  const { begun, accepted } = speedOf(row.id);
  const pausedMs = await noteThrottled(row.id, throttled, {
    tookMs,
    begunPerSecond: begun * workerCount(),
    acceptedPerSecond: accepted * workerCount(),
    configuredPerSecond: row.limits.second ?? adapter.rate?.perSecond ?? null,
    configuredConnections: connectionsOf(provider),
  });
  forgetFacts();
  await refreshLane(provider);
  return pausedMs;
}
