import { randomInt } from 'node:crypto';
import type { StoredCandidate, StoredOutcome } from '@/drizzle/schema/attempts';
import { noteQuota } from '@/lib/capacity/usage-windows';
import { log } from '@/lib/log';
import type { LoadedProvider } from '@/lib/providers/load';
import { type Line, type Routing, waitFor } from './choose-provider';
import { type FoundWait, untilMs, waitInPace } from './wait-for-pace';
import { expectTurn } from './waiting-line';

/**
 * A breaker that closes releases what waits for it, and one message is woken as the probe. This is the net below: wide, for each time
 * it wakes a full queue for nothing, and spread, so that it does not come back all at once.
 */
const BREAKER_NET_MS = { from: 15 * 60_000, to: 30 * 60_000 };
/** Another provider may have come meanwhile, or the plan may be over: https://www.twilio.com/docs/sendgrid/concepts/reputation/warm-up-ip-addresses */
const WARM_UP_MS = 15 * 60_000;
/** A provider that says its limit is used up and not until when. */
const QUOTA_MS = 60 * 60_000;

/** For which provider a message waits that none lets in, and how long; undefined: nothing that ends by itself. */
export async function findWait(
  { message, providers }: Routing,
  candidates: StoredCandidate[],
): Promise<FoundWait | undefined> {
  const wait = waitFor(candidates);
  if (!wait) return undefined;
  const { reason, providerId, unit, until } = wait;
  if (reason === 'warm_up') return { reason, providerId, ms: Math.min(untilMs(until), WARM_UP_MS) };
  const provider = providers.find(({ row }) => row.id === providerId)!;
  if (reason === 'breaker_open' || !unit)
    return {
      reason: 'breaker_open',
      providerId,
      ms: untilMs(until) + randomInt(BREAKER_NET_MS.from, BREAKER_NET_MS.to),
    };
  if (unit === 'second') return waitInLine({ provider });
  // Who waits for longer than it lives need not know for how long.
  if (message.expiresAt && message.expiresAt <= until)
    return { reason: 'no_room', providerId, ms: untilMs(until) };
  const at = await expectTurn({ provider, unit, until, perSecond: null });
  return { reason: 'no_room', providerId, ms: untilMs(at) };
}

/** As it was reckoned when the provider had no permit for the message, else anew. */
export function waitInLine({ provider, wait, pausedMs }: Line): Promise<FoundWait> {
  return wait ? Promise.resolve(wait) : waitInPace(provider, pausedMs);
}

/** Remembers for all workers that a provider takes no more for a while: that is no illness, so its breaker stays closed. */
export async function noteQuotas({ row }: LoadedProvider, outcomes: StoredOutcome[]): Promise<void> {
  const told = outcomes.find(({ quota }) => quota);
  if (!told) return;
  const until = new Date(Date.now() + (told.retryAfterMs ?? QUOTA_MS));
  // The result of the attempt is not written yet: it must not be lost over this.
  await noteQuota(row.id, until).catch((error: unknown) => log.warn('a quota was not noted', { error }));
}
