import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { CAMPAIGN_STATES } from '../campaign-states';
import { at, companyId, createdAt, id, updatedAt } from '../columns';

export type StoredAudience = {
  lists: string[];
  segments: string[];
  /** Who is on these is not written to. */
  without: { lists: string[]; segments: string[] };
};

/** What differs between the variants of a test; without a test there is one. */
export type StoredVariant = {
  template?: string;
  subject?: string;
  preheader?: string;
  fromName?: string;
  /** Found when it starts, and kept: whatever becomes of the template, this is what is sent. */
  templateId?: string;
  templateVersion?: number;
};

export type StoredBooks = Record<
  'audience' | 'sent' | 'excluded' | 'failed' | 'parked' | 'uncertain' | 'waiting',
  number
> & {
  at: string;
  /** How long it took to count. */
  ms: number;
  reasons: Record<string, number>;
  /** How many each provider had, by its id. */
  providers: Record<string, number>;
  /** Where people clicked, most of them first. */
  links: { url: string; people: number }[];
};

/** Who asked a second person to agree, and what was said to it. */
export type StoredApproval = {
  askedBy?: string;
  askedAt?: string;
  declinedBy?: string;
  note?: string;
  /** Of what it was said: templates and segments can change while the campaign does not. */
  basis?: string;
};

export type StoredTest = { percent: number; metric: 'opens' | 'clicks' | 'none'; waitHours: number };

export const campaigns = pgTable(
  'campaigns',
  {
    id: id(),
    companyId: companyId(),
    title: text('title').notNull(),
    state: text('state', { enum: CAMPAIGN_STATES }).notNull(),
    /** Why it is paused, or by whom: a stable code. */
    reason: text('reason'),
    /** In which state it was before it was paused. */
    pausedFrom: text('paused_from'),
    audience: jsonb('audience').$type<StoredAudience>().notNull(),
    template: text('template').notNull(),
    variables: jsonb('variables').$type<Record<string, unknown>>().notNull(),
    /** Null: each in their own. */
    language: text('language'),
    /** Null: that of the template. */
    subject: text('subject'),
    preheader: text('preheader'),
    /** Null: that of the company. */
    fromEmail: text('from_email'),
    fromName: text('from_name'),
    trackOpens: boolean('track_opens').notNull(),
    trackClicks: boolean('track_clicks').notNull(),
    variants: jsonb('variants').$type<StoredVariant[]>().notNull(),
    test: jsonb('test').$type<StoredTest>(),
    decision: jsonb('decision').$type<Record<string, unknown>>(),
    decideAt: at('decide_at'),
    /** By it chance is drawn, the same each time. */
    salt: text('salt').notNull(),
    /** As a clock on the wall of the campaign's zone, or of each person's (`zoned`), shows it: `2026-12-24T09:00`. Null: at once. */
    startsAt: text('starts_at'),
    zoned: boolean('zoned').notNull(),
    /** When the first of them may get it. */
    beginsAt: at('begins_at'),
    spreadHours: integer('spread_hours').notNull(),
    perMinute: integer('per_minute'),
    /** Up to where its pace is used up. */
    fedAt: at('fed_at'),
    budgetMicros: bigint('budget_micros', { mode: 'number' }),
    budgetHard: boolean('budget_hard').notNull(),
    /** Of whom a second person said yes, where the settings want one. */
    approvedBy: text('approved_by'),
    approvedAt: at('approved_at'),
    approval: jsonb('approval').$type<StoredApproval>(),
    /** Who made it, and who changed it last: they are not the second person. Null: the command line. */
    makerId: uuid('maker_id'),
    changerId: uuid('changer_id'),
    startedBy: text('started_by'),
    startedAt: at('started_at'),
    finishedAt: at('finished_at'),
    books: jsonb('books').$type<StoredBooks>(),
    /** Of the one whose mail this is again, for who did not open it. */
    resendOf: uuid('resend_of'),
    archived: boolean('archived').notNull().default(false),
    createdBy: text('created_by').notNull(),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    // Which have work to do, once a minute; which may not be sent for.
    index('campaigns_state_idx').on(t.state).where(sql`${t.finishedAt} is null and ${t.state} <> 'draft'`),
  ],
);

/** Whom a campaign is for, written down when it starts; what became of each is in the message. */
export const campaignRecipients = pgTable(
  'campaign_recipients',
  {
    campaignId: uuid('campaign_id')
      .notNull()
      .references(() => campaigns.id, { onDelete: 'cascade' }),
    contactId: uuid('contact_id').notNull(),
    /** As it is written to; null: they have none. */
    address: text('address'),
    addressCompared: text('address_compared'),
    name: text('name'),
    language: text('language'),
    sendAt: at('send_at').notNull(),
    /** Null: nobody has decided yet which they get. */
    variant: smallint('variant'),
    state: text('state', { enum: ['pending', 'queued', 'excluded', 'failed'] }).notNull(),
    reason: text('reason'),
    messageId: uuid('message_id'),
    /** What became of the message, for when it is forgotten. */
    outcome: text('outcome'),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.contactId] }),
    // Two who share a mailbox get one.
    uniqueIndex('campaign_recipients_address_key')
      .on(t.campaignId, t.addressCompared)
      .where(sql`${t.state} <> 'excluded'`),
    // Who is next.
    index('campaign_recipients_next_idx')
      .on(t.campaignId, t.sendAt, t.contactId)
      .where(sql`${t.state} = 'pending'`),
    // Whose message this is.
    index('campaign_recipients_message_id_idx').on(t.messageId).where(sql`${t.messageId} is not null`),
  ],
);
