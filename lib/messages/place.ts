import type { LoadedProvider } from '@/lib/providers/load';
import type { ClaimedMessage } from './claim';
import { hasExpired } from './deadline';
import { enterLane, type Place } from './lanes';
import { pausedPriorities } from './paused';

/**
 * A free place at the provider, once there is one. Null: nothing may begin for this message any more. This process is about to stop, or,
 * for the wait may have been long, its priority was paused or its deadline has passed meanwhile.
 */
export async function takePlace(
  provider: LoadedProvider,
  message: Pick<ClaimedMessage, 'priority' | 'expiresAt'>,
): Promise<Place | null> {
  const place = await enterLane(provider, message.priority);
  if (!place) return null;
  const may = await mayBegin(message).catch((error: unknown) => {
    place.leave();
    throw error;
  });
  if (may) return place;
  place.leave();
  return null;
}

async function mayBegin(message: Pick<ClaimedMessage, 'priority' | 'expiresAt'>): Promise<boolean> {
  return !hasExpired(message) && !(await pausedPriorities()).includes(message.priority);
}
