import type { StoredRecipient } from '@/drizzle/schema/messages';
import { isServed } from '@/lib/channels/open-recipient';
import { newEvent } from '@/lib/events/types';
import { hasExpired } from './expiry';
import { finish, type Work } from './handling';
import type { Decision } from './next-state';

/** `expiresAt` has passed: nobody gets it any more. Where somebody may have it already, nobody knows how it ended. */
export async function stopIfExpired(work: Work): Promise<boolean> {
  if (!hasExpired(work.message)) return false;
  const { recipients } = work.message;
  const isDoubtful = recipients.some(({ status }) => status === 'unknown');
  await finish(work, {
    decision: { ...endOf(recipients), retryMs: null, retryCount: work.message.retryCount },
    recipients: recipients.map((recipient) =>
      recipient.status === 'waiting' ? { ...recipient, status: 'failed' } : recipient,
    ),
    events: [newEvent(isDoubtful ? 'uncertain' : 'failed', { detail: { reason: 'expired' } })],
  });
  return true;
}

function endOf(recipients: StoredRecipient[]): Pick<Decision, 'status' | 'reason'> {
  const has = (status: string) => recipients.some((recipient) => recipient.status === status);
  if (has('unknown')) return { status: 'uncertain', reason: 'uncertain' };
  const served = has('accepted') ? 'sent' : 'delivered';
  return { status: recipients.some(isServed) ? served : 'failed', reason: 'expired' };
}
