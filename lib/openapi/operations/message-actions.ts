import {
  CanceledManyAnswer,
  ChangedAnswer,
  RescheduledAnswer,
  ResentAnswer,
  ResentManyAnswer,
} from '../answers/messages';
import type { Operation } from '../operation';
import { DRY_RUN } from './filters';

const MANY = {
  ids: 'These alone; or else `match`.',
  match: 'All that the list shows for these filters.',
  limit: 'The oldest first, at most so many.',
  dryRun: DRY_RUN,
};

export const MESSAGE_ACTIONS: Record<string, Operation> = {
  'PATCH /api/v1/messages/[id]': {
    id: 'rescheduleMessage',
    tag: 'messages',
    summary: 'Move a scheduled message',
    answer: RescheduledAnswer,
    fields: { scheduledAt: 'A moment to come.' },
    errors: ['conflict'],
    example: { body: { scheduledAt: '2030-06-01T09:00:00Z' } },
  },
  'POST /api/v1/messages/[id]/send-now': {
    id: 'sendNow',
    tag: 'messages',
    summary: 'Send a scheduled message now',
    answer: ChangedAnswer,
    errors: ['conflict'],
  },
  'POST /api/v1/messages/[id]/cancel': {
    id: 'cancelMessage',
    tag: 'messages',
    summary: 'Cancel a message',
    description: 'Of what waits, and is not being sent at this moment.',
    answer: ChangedAnswer,
    errors: ['not_cancelable'],
  },
  'POST /api/v1/messages/cancel': {
    id: 'cancelMessages',
    tag: 'messages',
    summary: 'Cancel many messages',
    description: 'Tells by state which could not be.',
    answer: CanceledManyAnswer,
    fields: MANY,
    example: { body: { match: { tag: 'receipt', status: 'parked' }, dryRun: true } },
  },
  'POST /api/v1/messages/[id]/resend': {
    id: 'resendMessage',
    tag: 'messages',
    summary: 'Send a message again',
    description:
      'Without a body: to those who did not get it. `correct` sends it to the right addresses of those who were refused, and to nobody else, as a message of its own; `again` to all, who have it already. A token needs `messages:send` for both. With an `Idempotency-Key` the same request makes one message.',
    answer: ResentAnswer,
    headers: ['Idempotency-Key'],
    fields: {
      correct: 'Of each recipient who was refused, the right address.',
      again: 'To all of its recipients once more.',
    },
    errors: ['not_resendable', 'idempotency_conflict'],
    example: { body: {} },
  },
  'POST /api/v1/messages/resend': {
    id: 'resendMessages',
    tag: 'messages',
    summary: 'Send many messages again',
    description:
      'What came to rest without success, by `filter` (what is parked, by default), `ids` or `match`.',
    answer: ResentManyAnswer,
    fields: { ...MANY, filter: 'What came to rest.', ids: 'These alone.' },
    errors: ['conflict'],
    example: { body: { filter: { status: ['parked'], tag: 'receipt' }, dryRun: true } },
  },
};
