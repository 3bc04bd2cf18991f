import { z } from 'zod';
import { NOTIFICATION_STATES } from '@/drizzle/notification-states';
import type { TypeFigures } from '@/lib/notifications/figures';
import type { Notified } from '@/lib/notifications/notify';
import type { ChannelResult, NotificationDetail, NotificationView } from '@/lib/notifications/schema';
import { MODES } from '@/lib/notifications/types/schema';
import { answerOf, named } from '../named';
import { Count, Fields, Id, listOf, pageOf, Time } from './parts';
import { ProblemBody } from './problem';

const State = z
  .enum(NOTIFICATION_STATES)
  .describe(
    '`waiting`: something is under way, or another channel may follow. `delivered`, `sent`, `captured` (kept in a sandbox: nobody got it), `failed`: the best that any channel came to. `skipped`: nothing was to be sent; `reason` says why.',
  );
const Reason =
  '`off`: its type is off. `duplicate`: the same was told before. `no_address`: no channel reaches this person. `not_wanted`: this person switched it off.';

export const NotifiedAnswer = answerOf<Notified>()(
  'Notified',
  z.strictObject({
    id: Id,
    state: State,
    reason: z.string().optional().describe(Reason),
    duplicateOf: Id.optional().describe('The earlier one.'),
    channels: z.array(
      z.strictObject({
        channel: z.string(),
        state: z
          .enum(['planned', 'handed_over', 'skipped', 'failed'])
          .describe('`planned`: its turn has not come. `handed_over`: its message is accepted.'),
        reason: z.string().optional(),
        messageId: Id.optional(),
      }),
    ),
  }),
);

export const NotifiedBatchAnswer = named(
  'NotifiedResults',
  z.strictObject({
    results: z
      .array(z.union([NotifiedAnswer, z.strictObject({ error: ProblemBody })]))
      .describe('One for each, in the same order.'),
  }),
);

const ChannelAnswer = answerOf<ChannelResult>()(
  'NotificationChannel',
  z.strictObject({
    channel: z.string(),
    address: z.string().nullable(),
    state: z.string().describe('`planned`, `skipped`, `failed`, `canceled`, or the state of its message.'),
    reason: z.string().nullable(),
    messageId: Id.nullable(),
    cost: z.string().nullable().describe('Of all tries of its message; null: it has none.'),
    waitMinutes: z.int().describe('How long it may take before the next one is tried.'),
    at: Time.nullable().describe('When its message was accepted.'),
  }),
);

const notification = {
  id: Id,
  type: z.string(),
  title: z.string(),
  state: State,
  reason: z.string().nullable().describe(Reason),
  mode: z.enum(MODES),
  person: z.string(),
  contactId: Id.nullable(),
  channels: z.array(ChannelAnswer),
  duplicateOf: z.strictObject({ id: Id, createdAt: Time }).nullable(),
  createdAt: Time,
  finishedAt: Time.nullable(),
  company: z.string().optional(),
};

export const NotificationsPage = named(
  'Notifications',
  pageOf(answerOf<NotificationView>()('NotificationRow', z.strictObject(notification))),
);
export const NotificationAnswer = answerOf<NotificationDetail>()(
  'Notification',
  z.strictObject({ ...notification, variables: Fields }),
);

export const TypeFiguresAnswer = named(
  'NotificationFigures',
  listOf(
    answerOf<TypeFigures>()(
      'NotificationTypeFigures',
      z.strictObject({
        type: z.string(),
        title: z.string(),
        count: Count,
        states: z.strictObject(
          Object.fromEntries(NOTIFICATION_STATES.map((state) => [state, Count])) as Record<
            (typeof NOTIFICATION_STATES)[number],
            typeof Count
          >,
        ),
        duplicates: Count.describe('Of those that were skipped: the same was told before.'),
      }),
    ),
  ),
);
