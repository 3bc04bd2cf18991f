import { pausedPriorities } from '@/lib/backlog/paused-priorities';
import type { LoadedProvider } from '@/lib/providers/load';
import type { ClaimedMessage } from './claim';
import { hasExpired } from './expiry';
import type { Place } from './pace/lane';
import { enterLane } from './pace/lanes';

type Waiting = Pick<ClaimedMessage, 'priority' | 'expiresAt'>;

/**
 * A free place at the provider, once there is one. `later`: it belongs into the provider's line. Null: nothing may begin for this message
 * any more. This process is about to stop, or, for the wait may have been long, its priority was paused or its deadline has passed meanwhile.
 */
export async function takePlace(
  provider: LoadedProvider,
  message: Waiting,
  fromLine: boolean,
): Promise<Place | 'later' | null> {
  const place = await enterLane(provider, { priority: message.priority, fromLine });
  if (place === 'later') return (await mayBegin(message)) ? place : null;
  if (!place) return null;
  const may = await mayBegin(message).catch((error: unknown) => {
    place.leave();
    throw error;
  });
  if (may) return place;
  place.leave();
  return null;
}

async function mayBegin(message: Waiting): Promise<boolean> {
  return !hasExpired(message) && !(await pausedPriorities()).includes(message.priority);
}
