import { newEvent } from '@/lib/events/types';
import { hasExpired } from './expiry';
import { finish, type Work } from './handling';
import type { Decision } from './next-state';

/** `expiresAt` has passed: nobody gets it any more. Where somebody may have it already, nobody knows how it ended. */
export async function stopIfExpired(work: Work): Promise<boolean> {
  if (!hasExpired(work.message)) return false;
  const { recipients } = work.message;
  const has = (status: string) => recipients.some((recipient) => recipient.status === status);
  await finish(work, {
    decision: { ...endOf(has), retryMs: null, retryCount: work.message.retryCount },
    recipients: recipients.map((recipient) =>
      recipient.status === 'waiting' ? { ...recipient, status: 'failed' } : recipient,
    ),
    events: [newEvent(has('unknown') ? 'uncertain' : 'failed', { detail: { reason: 'expired' } })],
  });
  return true;
}

function endOf(has: (status: string) => boolean): Pick<Decision, 'status' | 'reason'> {
  if (has('unknown')) return { status: 'uncertain', reason: 'uncertain' };
  return { status: has('accepted') ? 'sent' : 'failed', reason: 'expired' };
}
