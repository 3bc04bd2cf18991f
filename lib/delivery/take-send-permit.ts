import { haltedCampaigns } from '@/lib/backlog/halted-campaigns';
import { pausedPriorities } from '@/lib/backlog/paused-priorities';
import type { LoadedProvider } from '@/lib/providers/load';
import type { ClaimedMessage } from './claim';
import { hasExpired } from './expiry';
import type { SendPermit } from './pace/lane';
import { enterLane } from './pace/lanes';

type Waiting = Pick<ClaimedMessage, 'priority' | 'expiresAt' | 'campaignId'>;

/**
 * A free permit at the provider, once there is one. `later`: it belongs into the provider's line. Null: nothing may begin for this message
 * any more. This process is about to stop, or, for the wait may have been long, its priority was paused or its deadline has passed meanwhile.
 */
export async function takeSendPermit(
  provider: LoadedProvider,
  message: Waiting,
  fromLine: boolean,
): Promise<SendPermit | 'later' | null> {
  const permit = await enterLane(provider, { priority: message.priority, fromLine });
  if (permit === 'later') return (await mayBegin(message)) ? permit : null;
  if (!permit) return null;
  const may = await mayBegin(message).catch((error: unknown) => {
    permit.leave();
    throw error;
  });
  if (may) return permit;
  permit.leave();
  return null;
}

async function mayBegin(message: Waiting): Promise<boolean> {
  if (hasExpired(message) || (await pausedPriorities()).includes(message.priority)) return false;
  return message.campaignId === null || !(await haltedCampaigns()).includes(message.campaignId);
}
