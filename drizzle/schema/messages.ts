import { sql } from 'drizzle-orm';
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, bytea, companyId, tsvector } from '../columns';
import type { SuppressionCause } from '../suppression-causes';
import type { StoredMisfit } from './attempts';
import type { StoredCargo } from './stored-cargo';

export type RecipientStatus =
  | 'waiting'
  | 'captured'
  | 'accepted'
  | 'delivered'
  | 'bounced'
  | 'complained'
  | 'failed'
  | 'suppressed'
  | 'unknown';

export type StoredRecipient = {
  kind: 'to' | 'cc' | 'bcc';
  /** In the form of the channel. */
  address: string;
  name?: string;
  status: RecipientStatus;
  /** The provider told it afterwards, of a copy that it had taken. */
  told?: true;
  /** By a sandbox: nobody refused it. */
  played?: true;
  code?: string;
  reply?: string;
  misfits?: StoredMisfit[];
  providerMessageId?: string;
  /** On the list of suppressions when it was to be sent: why. */
  suppressed?: { cause: SuppressionCause; at: string; until?: string; by?: string; shared?: true };
  /** A person sends it to them although they are on that list. */
  anyway?: true;
  /** A person sent it to another address instead, as a message of its own. */
  corrected?: { address: string; messageId: string };
  /** What was known of them was deleted: nothing that is told of them later is noted. */
  erased?: true;
};

/** What of a message leads back here: said when it was accepted, by the message or by the settings of then. */
export type StoredTracking = { opens?: true; clicks?: true; unsubscribe?: true };

/** The hot row: what is needed to queue, claim and settle. Partitioned by week on `id`. */
export const messages = pgTable(
  'messages',
  {
    id: uuid('id').primaryKey(),
    companyId: companyId(),
    status: text('status').notNull(),
    channel: text('channel').notNull().default('email'),
    /** The kind of notification it is; null: none was said. */
    type: text('type'),
    /** 0 urgent, 1 high, 2 normal, 3 low. */
    priority: smallint('priority').notNull(),
    category: text('category').notNull(),
    /** An address of the channel; null: the provider's own. */
    sender: text('sender'),
    senderName: text('sender_name'),
    /** Null where the channel has none. */
    subject: text('subject'),
    recipients: jsonb('recipients').$type<StoredRecipient[]>().notNull(),
    recipientAddresses: text('recipient_addresses').array().notNull(),
    /** Handed in as a test: it is for sandboxes only, and reaches nobody. */
    test: boolean('test').notNull().default(false),
    /** Only these providers, in this order; null: any. */
    providerIds: uuid('provider_ids').array(),
    tags: text('tags').array().notNull(),
    metadata: jsonb('metadata').$type<Record<string, string>>(),
    attachmentCount: smallint('attachment_count').notNull().default(0),
    sizeBytes: integer('size_bytes').notNull(),
    /** What not every provider carries; null for most: it is small, so that routing has it without reading the content. */
    cargo: jsonb('cargo').$type<StoredCargo>(),
    /** Who handed it in: the type of an actor, and which user or token. */
    acceptedByType: text('accepted_by_type').notNull(),
    acceptedById: uuid('accepted_by_id'),
    scheduledAt: at('scheduled_at'),
    expiresAt: at('expires_at'),
    /** When delivery is due next; null once nothing is left to do by itself. */
    dueAt: at('due_at'),
    retryCount: smallint('retry_count').notNull().default(0),
    /** How often a person sent it again: providers that remember a message must not take that for a repetition. */
    resendCount: smallint('resend_count').notNull().default(0),
    claimedBy: uuid('claimed_by'),
    claimNo: integer('claim_no').notNull().default(0),
    claimedUntil: at('claimed_until'),
    providerId: uuid('provider_id'),
    /** A stable code: why the message stands where it stands. */
    reason: text('reason'),
    /** The template that it was made with, and which of its versions; null: its sender wrote it. */
    templateId: uuid('template_id'),
    templateVersion: integer('template_version'),
    campaignId: uuid('campaign_id'),
    /** What became of it, a bit for each (`lib/metrics/responses.ts`); the upper half is that of the last change. */
    seen: integer('seen').notNull().default(0),
    acceptedAt: at('accepted_at').notNull(),
    finishedAt: at('finished_at'),
    /** Since then its content is gone, as one of its recipients wanted. */
    erasedAt: at('erased_at'),
  },
  (t) => [
    // The reconciler: what is due and has no job or a dead claim.
    index('messages_due_at_idx').on(t.dueAt).where(sql`${t.dueAt} is not null`),
    // The list filtered by state; what was sent, most of all, is found by id alone.
    index('messages_status_idx').on(t.status, t.id).where(sql`${t.status} <> 'sent'`),
    // What reached only some of its recipients: rare, and a person may mend it.
    index('messages_partly_idx')
      .on(t.id)
      .where(sql`${t.status} in ('sent', 'delivered') and ${t.reason} = 'recipient_refused'`),
    // What came to rest since a moment is found among those accepted since an hour before it, and among these.
    index('messages_late_idx')
      .on(t.finishedAt)
      .where(sql`${t.finishedAt} - ${t.acceptedAt} > interval '1 hour'`),
    // The line in front of a provider: who waits for its pace or its limits, in order. Claimed from the front.
    index('messages_line_idx')
      .on(t.providerId, t.priority, t.id)
      .where(sql`${t.reason} in ('paced', 'no_room')`),
    // The list filtered by provider, newest first.
    index('messages_provider_id_idx').on(t.providerId, t.id).where(sql`${t.providerId} is not null`),
    // How often a template is used, when it was last, and by whom.
    index('messages_template_id_idx').on(t.templateId, t.id).where(sql`${t.templateId} is not null`),
    // What of a campaign is due, and is canceled with it.
    index('messages_campaign_id_idx').on(t.campaignId, t.id).where(sql`${t.campaignId} is not null`),
    // The list of one company, newest first.
    index('messages_company_id_idx').on(t.companyId, t.id).where(sql`${t.companyId} is not null`),
  ],
);

/** From what a body is rendered whenever it is needed: kilobytes for a hundred thousand messages of one template. */
export type StoredTemplate = {
  rendition: string;
  variables: Record<string, unknown>;
  /** What `now` is in it: it reads the same however late it goes. */
  now: string;
};

/** A template that the provider keeps, by its id there, and what fills it in: the message has no body of its own. */
export type StoredProviderTemplate = { provider: string; id: string; variables: Record<string, unknown> };

export const messageBodies = pgTable(
  'message_bodies',
  {
    messageId: uuid('message_id').primaryKey(),
    html: text('html'),
    text: text('text'),
    /** Then `html` and `text` are null. */
    template: jsonb('template').$type<StoredTemplate>(),
    /** Then they are null, too. `provider`: its id. */
    providerTemplate: jsonb('provider_template').$type<StoredProviderTemplate>(),
    replyTo: jsonb('reply_to').$type<{ email: string; name?: string }[]>(),
    headers: jsonb('headers').$type<Record<string, string>>(),
    /** Null: nothing. */
    tracking: jsonb('tracking').$type<StoredTracking>(),
    /** What the message is found by (lib/messages/words.ts). Here, since this row is written once: an index on the hot row costs twice. */
    words: tsvector('words'),
    /** The mail as its program wrote it; a large one lies among the files, at the place -1. */
    raw: bytea('raw'),
  },
  // The list filtered by address ("everything that happened to a person"), tag, category and words of the subject.
  (t) => [index('message_bodies_words_idx').using('gin', t.words)],
);

/** Content-addressed: the same PDF sent to a thousand people is stored once. */
export const attachments = pgTable(
  'attachments',
  {
    sha256: bytea('sha256').primaryKey(),
    content: bytea('content').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    /** When a message was last accepted with it, to the hour; the nightly clean-up leaves a day's grace. */
    usedAt: at('used_at').notNull().defaultNow(),
  },
  // The nightly clean-up goes through the old ones.
  (t) => [index('attachments_used_at_idx').on(t.usedAt, t.sha256)],
);

export const messageAttachments = pgTable(
  'message_attachments',
  {
    messageId: uuid('message_id').notNull(),
    position: smallint('position').notNull(),
    sha256: bytea('sha256').notNull(),
    filename: text('filename').notNull(),
    /** Null: none was given, the name tells it. */
    contentType: text('content_type'),
    contentId: text('content_id'),
    sizeBytes: integer('size_bytes').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.messageId, t.position] }),
    // The nightly clean-up: whether any message still has a file.
    index('message_attachments_sha256_idx').on(t.sha256),
  ],
);

/** First answers to requests with an `Idempotency-Key`, kept 24 hours. Not partitioned: uniqueness is the point. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    owner: text('owner').notNull(),
    route: text('route').notNull(),
    key: text('key').notNull(),
    bodyHash: bytea('body_hash').notNull(),
    messageId: uuid('message_id').notNull(),
    /** What was answered then, to be answered again. */
    response: jsonb('response').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.owner, t.route, t.key] }),
    // The nightly clean-up of keys older than a day.
    index('idempotency_keys_created_at_idx').on(t.createdAt),
  ],
);

/** "The same notification within N hours": the first message that had the key, until the hours are over. */
export const dedupeKeys = pgTable(
  'dedupe_keys',
  {
    owner: text('owner').notNull(),
    key: text('key').notNull(),
    messageId: uuid('message_id').notNull(),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.owner, t.key] }),
    // The nightly clean-up of keys whose hours are over.
    index('dedupe_keys_expires_at_idx').on(t.expiresAt),
  ],
);
