import { z } from 'zod';
import type { Accepted } from '@/lib/intake/accepted';
import type { MessageCount } from '@/lib/messages/count';
import { STATUSES } from '@/lib/messages/status';
import type { MessageRow } from '@/lib/messages/view-schema';
import type { SandboxRow } from '@/lib/sandbox/schema';
import { answerOf, named } from '../named';
import { Count, Id, Mailbox, PriorityName, pageOf, Time } from './parts';
import { ProblemBody } from './problem';

export const Status = named(
  'MessageStatus',
  z
    .enum(STATUSES)
    .describe(
      '`queued`, `sending`, `retrying`, `scheduled`: on its way. `sent`, `delivered`: a provider or the recipient has it. `captured`: a sandbox keeps it, nobody received it. `parked`: waits for a provider, a limit or a person. `uncertain`: it may have been sent. `bounced`, `failed`, `suppressed`, `canceled`: at rest, not sent.',
    ),
);

export const RecipientStatus = z.enum([
  'waiting',
  'captured',
  'accepted',
  'delivered',
  'bounced',
  'complained',
  'failed',
  'suppressed',
  'unknown',
]);

export const Misfit = named(
  'Misfit',
  z.strictObject({
    provider: z.string().optional(),
    what: z.string(),
    detail: z.string().optional(),
    limit: z.number().optional(),
  }),
);

const accepted = {
  id: Id,
  status: Status,
  ids: z
    .array(Id)
    .optional()
    .describe('Of several recipients on a channel whose messages have one: all of them, in order.'),
  segments: Count.optional().describe('In how many parts a text message goes; each is paid and counted.'),
  deduplicated: z
    .literal(true)
    .optional()
    .describe('It is an earlier message with the same `dedupe.key`; nothing new was stored.'),
};

export const AcceptedAnswer = answerOf<Omit<Accepted, 'replayed'>>()('Accepted', z.strictObject(accepted));

export const OutcomeAnswer = named(
  'Outcome',
  z.strictObject({
    ...accepted,
    provider: z.string().nullable().describe('Who took it; null: nobody yet.'),
    summary: z.string().describe('Plain words, in the language of `Accept-Language`.'),
  }),
);

export const BatchAnswer = named(
  'BatchResults',
  z.strictObject({
    results: z
      .array(z.union([AcceptedAnswer, z.strictObject({ error: ProblemBody })]))
      .describe('One for each message, in the same order.'),
  }),
);

export const ChangedAnswer = named('MessageState', z.strictObject({ id: Id, status: Status }));

export const RescheduledAnswer = named(
  'Rescheduled',
  z.strictObject({ id: Id, status: Status, scheduledAt: Time }),
);

export const ResentAnswer = named(
  'Resent',
  z.strictObject({
    id: Id,
    status: Status,
    follows: Id.optional().describe('The message that the new one follows from.'),
  }),
);

const ByState = named('CountsByStatus', z.partialRecord(z.enum(STATUSES), Count));

export const CanceledManyAnswer = named(
  'CanceledMany',
  z.strictObject({ matched: Count, canceled: Count, refused: ByState }),
);

export const ResentManyAnswer = named(
  'ResentMany',
  z.strictObject({
    matched: Count,
    resent: Count,
    captured: Count.optional(),
    refused: ByState.optional(),
  }),
);

export const CountAnswer = answerOf<MessageCount>()(
  'MessageCount',
  z.strictObject({ count: Count, exact: z.boolean().describe('False: there are more.') }),
);

export const row = {
  id: Id,
  channel: z.string(),
  status: Status,
  summary: z.string().describe('Where it stands, in plain words, in the language of `Accept-Language`.'),
  partly: named(
    'Partly',
    z.strictObject({
      reached: Count,
      of: Count,
      missed: z.array(z.strictObject({ address: z.string(), status: RecipientStatus })),
    }),
  )
    .nullable()
    .describe('Some have it and others do not; null: all, or nobody.'),
  from: Mailbox.nullable(),
  to: z.array(z.string()),
  subject: z.string(),
  ownTemplate: z
    .literal(true)
    .optional()
    .describe('A provider keeps its template, which says the subject where none is given.'),
  priority: PriorityName,
  category: z.string(),
  company: z.string().optional().describe('The key of its company; absent: of none.'),
  provider: z.string().nullable(),
  reason: z.string().nullable(),
  tags: z.array(z.string()),
  test: z.literal(true).optional().describe('It stays in a sandbox.'),
  attachmentCount: Count,
  acceptedAt: Time,
  scheduledAt: Time.nullable(),
  dueAt: Time.nullable().describe('When it is tried next.'),
  finishedAt: Time.nullable(),
};

export const MessageAnswer = answerOf<MessageRow>()('MessageSummary', z.strictObject(row));

export const SandboxAnswer = answerOf<SandboxRow>()(
  'SandboxMessage',
  z.strictObject({
    id: Id,
    messageId: Id,
    provider: z.string(),
    channel: z.string(),
    from: Mailbox.nullable(),
    recipients: z.array(z.string()),
    subject: z.string(),
    capturedAt: Time,
    attachmentCount: Count,
  }),
);

export const MessagesPage = named('MessagePage', pageOf(MessageAnswer));
export const SandboxPage = named('SandboxPage', pageOf(SandboxAnswer));
