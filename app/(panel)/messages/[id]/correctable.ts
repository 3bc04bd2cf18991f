import type { MessageDetail } from '@/lib/messages/view-schema';

export type Recipient = MessageDetail['recipients'][number];

/** Who was refused, and was not sent it at another address yet. Whoever was left out by a person was not refused. */
export function correctableOf({
  recipients,
  reason,
}: Pick<MessageDetail, 'recipients' | 'reason'>): Recipient[] {
  return recipients.filter(
    ({ status, corrected }) =>
      !corrected &&
      (status === 'bounced' || status === 'suppressed' || (status === 'failed' && reason !== 'canceled')),
  );
}
