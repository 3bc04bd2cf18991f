import type { Tone } from '@/components/tones';
import type { Status } from '@/lib/messages/status';
import type { MessageDetail } from '@/lib/messages/view-schema';

/** The colour of each state of a message, wherever it is shown: list, page, figures, charts. */
export const STATE_TONES = {
  scheduled: 'quiet',
  queued: 'busy',
  sending: 'busy',
  retrying: 'warn',
  sent: 'good',
  delivered: 'good',
  parked: 'warn',
  uncertain: 'warn',
  captured: 'kept',
  bounced: 'bad',
  failed: 'bad',
  suppressed: 'quiet',
  canceled: 'quiet',
} as const satisfies Record<Status, Tone>;

export const RECIPIENT_TONES: Record<MessageDetail['recipients'][number]['status'], Tone> = {
  waiting: STATE_TONES.queued,
  accepted: STATE_TONES.sent,
  delivered: STATE_TONES.delivered,
  captured: STATE_TONES.captured,
  bounced: STATE_TONES.bounced,
  complained: 'bad',
  failed: STATE_TONES.failed,
  suppressed: STATE_TONES.suppressed,
  unknown: STATE_TONES.uncertain,
};
