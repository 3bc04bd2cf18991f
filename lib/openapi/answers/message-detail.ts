import { z } from 'zod';
import { SUPPRESSION_CAUSES } from '@/drizzle/suppression-causes';
import { EVENT_TYPES } from '@/lib/events/types';
import type { EventRow } from '@/lib/messages/event-schema';
import type {
  AttachmentView,
  AttemptView,
  CandidateView,
  EventView,
  MessageDetail,
  MessageDraft,
} from '@/lib/messages/view-schema';
import { answerOf, named } from '../named';
import { Misfit, RecipientStatus, row } from './messages';
import { Count, Fields, Id, Mailbox, Money, pageOf, Share, Texts, Time } from './parts';

export const CandidateAnswer = answerOf<CandidateView>()(
  'Candidate',
  z.strictObject({
    provider: z.string(),
    rank: z.int().nullable().describe('1 is tried first; null: passed over, for the `reason`.'),
    reason: z.string(),
    strategy: z.string().optional(),
    score: Share.optional(),
    fallbackOf: z.string().optional(),
    until: Time.optional(),
    failures: Count.optional(),
    misfit: Misfit.optional(),
  }),
);

export const AttemptAnswer = answerOf<AttemptView>()(
  'Attempt',
  z.strictObject({
    id: Id,
    provider: z.string(),
    startedAt: Time,
    finishedAt: Time.nullable(),
    durationMs: z.number().nullable(),
    outcomes: z.array(
      z.strictObject({
        address: z.string(),
        outcome: z.enum(['accepted', 'captured', 'refused', 'unknown']),
        fault: z
          .enum(['recipient', 'provider', 'content', 'throttled', 'cannot_carry'])
          .optional()
          .describe('Whose it is. A permanent one of the recipient is a bounce.'),
        pace: z.enum(['rate', 'connections']).optional(),
        permanent: z.boolean().optional(),
        declined: z
          .literal(true)
          .optional()
          .describe('They told this sender to stop; their address is good.'),
        played: z.literal(true).optional().describe('By a sandbox: nobody has refused it.'),
        retryAfterMs: z.number().optional(),
        quota: z.boolean().optional(),
        code: z.string().optional(),
        reply: z.string().optional().describe("The provider's own words."),
        rule: z
          .strictObject({ id: Id, name: z.string(), means: z.string() })
          .optional()
          .describe('The reply rule of your own by which it was judged.'),
        unsorted: z
          .literal(true)
          .optional()
          .describe('Its words are in no table: it was judged by its code alone.'),
        misfits: z.array(Misfit).optional(),
        providerMessageId: z.string().optional(),
      }),
    ),
    cost: Money,
    candidates: z.array(CandidateAnswer).describe('Why this provider, and why not the others.'),
    transcript: z.string().nullable(),
  }),
);

const event = {
  id: Id,
  type: z.enum(EVENT_TYPES),
  at: Time,
  recipient: z.string().nullable(),
  provider: z.string().nullable(),
  detail: Fields.nullable().describe('By type.'),
};
export const EventAnswer = answerOf<EventView>()('Event', z.strictObject(event));
export const EventRowAnswer = answerOf<EventRow>()(
  'EventOfMessage',
  z.strictObject({ ...event, messageId: Id }),
);

const AttachmentAnswer = answerOf<AttachmentView>()(
  'Attachment',
  z.strictObject({
    position: Count,
    filename: z.string(),
    contentType: z.string(),
    contentId: z.string().nullable(),
    sizeBytes: Count,
    sha256: z.string(),
  }),
);

const RecipientAnswer = named(
  'Recipient',
  z.strictObject({
    kind: z.enum(['to', 'cc', 'bcc']),
    address: z.string(),
    email: z.string().optional().describe('The same as `address`.'),
    name: z.string().optional(),
    status: RecipientStatus,
    told: z.literal(true).optional().describe('The provider told it afterwards.'),
    played: z.literal(true).optional().describe('By a sandbox: no figure counts it as refused.'),
    code: z.string().optional(),
    reply: z.string().optional(),
    misfits: z.array(Misfit).optional(),
    providerMessageId: z.string().optional(),
    suppressed: z
      .strictObject({
        cause: z.enum(SUPPRESSION_CAUSES),
        at: Time,
        until: Time.optional(),
        by: z.string().optional().describe('Who added it by hand.'),
        shared: z.literal(true).optional().describe('It holds for all companies.'),
      })
      .optional()
      .describe('On the list of suppressions when it was to be sent: why.'),
    anyway: z.literal(true).optional().describe('Sent to although it is on that list.'),
    corrected: z.strictObject({ address: z.string(), messageId: Id }).optional(),
  }),
);

const detail = {
  ...row,
  recipients: z.array(RecipientAnswer),
  replyTo: z.array(Mailbox),
  headers: Texts,
  hasHtml: z.boolean(),
  hasRemotePictures: z.boolean(),
  metadata: Texts,
  attachments: z.array(AttachmentAnswer),
  acceptedBy: z.strictObject({ type: z.string(), id: Id.nullable(), name: z.string().nullable() }),
  template: z
    .strictObject({ id: Id, key: z.string(), title: z.string(), version: z.int() })
    .nullable()
    .describe('What it was made with, and which of its versions; null: its sender wrote it.'),
  providerTemplate: z
    .strictObject({ provider: z.string().nullable(), id: z.string(), variables: Fields })
    .nullable()
    .describe('The template that its provider fills in, instead of a body of its own.'),
  sizeBytes: Count,
  segments: Count.optional().describe('In how many parts it goes, where its channel is paid by parts.'),
  retryCount: Count,
  expiresAt: Time.nullable(),
  follows: Id.nullable(),
};

export const MessageDetailAnswer = answerOf<MessageDetail>()(
  'Message',
  z.strictObject({
    ...detail,
    text: z.string().nullable().describe('Its first 200,000 characters.'),
    textCut: z.boolean(),
    attempts: z.array(AttemptAnswer),
    events: z.array(EventAnswer),
  }),
);

export const DraftAnswer = answerOf<MessageDraft>()(
  'MessageDraft',
  z.strictObject({
    ...detail,
    text: z.string().nullable(),
    html: z.string().nullable(),
    tooLong: z.boolean(),
    providers: z.array(z.string()),
  }),
);

export const EventsPage = named('EventPage', pageOf(EventRowAnswer));
