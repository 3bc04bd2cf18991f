import { randomInt } from 'node:crypto';
import type { StoredCandidate, StoredOutcome } from '@/drizzle/schema/attempts';
import { log } from '@/lib/log';
import type { LoadedProvider } from '@/lib/providers/load';
import { bookRoom } from '@/lib/providers/waiting-line';
import { noteQuota } from '@/lib/providers/windows';
import type { Wait } from './decide';
import { isOpen } from './recipients';
import { type Routing, waitFor } from './route';

/**
 * A breaker that closes releases what waits for it, and one message is woken as the probe. This is the net below: wide, for each time
 * it wakes a full queue for nothing, and spread, so that it does not come back all at once.
 */
const BREAKER_NET_MS = { from: 15 * 60_000, to: 30 * 60_000 };
/** A provider that says its limit is used up and not until when. */
const QUOTA_MS = 60 * 60_000;

/** For which provider a message waits that none lets in, and how long; undefined: nothing that ends by itself. */
export async function findWait(
  { message, providers }: Routing,
  candidates: StoredCandidate[],
): Promise<(Wait & { providerId: string }) | undefined> {
  const wait = waitFor(candidates);
  if (!wait) return undefined;
  const { reason, providerId, unit, until } = wait;
  if (reason === 'breaker_open' || !unit)
    return { reason, providerId, ms: untilMs(until) + randomInt(BREAKER_NET_MS.from, BREAKER_NET_MS.to) };
  // Who waits for longer than it lives takes no room away from the others.
  if (message.expiresAt && message.expiresAt <= until) return { reason, providerId, ms: untilMs(until) };
  const { row } = providers.find((provider) => provider.row.id === providerId)!;
  const units = message.recipients.filter(isOpen).length;
  return { reason, providerId, ms: untilMs(await bookRoom({ row, unit, until, units })) };
}

/** Remembers for all workers that a provider takes no more for a while: that is no illness, so its breaker stays closed. */
export async function noteQuotas({ row }: LoadedProvider, outcomes: StoredOutcome[]): Promise<void> {
  const told = outcomes.find(({ quota }) => quota);
  if (!told) return;
  const until = new Date(Date.now() + (told.retryAfterMs ?? QUOTA_MS));
  // The result of the attempt is not written yet: it must not be lost over this.
  await noteQuota(row.id, until).catch((error: unknown) => log.warn('a quota was not noted', { error }));
}

function untilMs(until: Date): number {
  return Math.max(0, until.getTime() - Date.now());
}
