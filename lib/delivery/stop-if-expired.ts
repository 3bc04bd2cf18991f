import type { StoredRecipient } from '@/drizzle/schema/messages';
import { newEvent } from '@/lib/events/new-event';
import { hasExpired } from './expiry';
import { finish, type Work } from './handling';
import { type Decision, takenState } from './next-state';

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
  if (recipients.some(({ status }) => status === 'unknown'))
    return { status: 'uncertain', reason: 'uncertain' };
  return { status: takenState(recipients) ?? 'failed', reason: 'expired' };
}
