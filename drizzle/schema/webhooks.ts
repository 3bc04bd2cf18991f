import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, companyId, createdAt, id, updatedAt, xid8 } from '../columns';

/** Where it is told elsewhere what happens here. */
export const webhooks = pgTable('webhooks', {
  id: id(),
  /** Null: of all companies. */
  companyId: companyId(),
  name: text('name').notNull(),
  url: text('url').notNull(),
  /** Null: all types, also those to come. */
  eventTypes: text('event_types').array(),
  active: boolean('active').notNull().default(true),
  /** Switched off by itself: it failed for days, or said by 410 that it is gone. */
  stoppedBecause: text('stopped_because', { enum: ['failing', 'gone'] }),
  stoppedAt: at('stopped_at'),
  /** What transactions after this one wrote is told to it. */
  sinceXid: xid8('since_xid').notNull().default(sql`pg_current_xact_id()`),
  /** Nothing but failures since. */
  failingSince: at('failing_since'),
  /** It asked for a pause. */
  pausedUntil: at('paused_until'),
  lastAt: at('last_at'),
  lastOk: boolean('last_ok'),
  version: integer('version').notNull().default(1),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

/** What signs what goes to a webhook. Several while one replaces another. */
export const webhookSecrets = pgTable(
  'webhook_secrets',
  {
    id: id(),
    webhookId: uuid('webhook_id').notNull(),
    sealed: text('sealed').notNull(),
    last4: text('last4').notNull(),
    createdAt: createdAt(),
    /** Signs until then beside the newest; null: it is the newest. */
    validUntil: at('valid_until'),
  },
  (t) => [
    // Each delivery is signed with those of its webhook.
    index('webhook_secrets_webhook_id_idx').on(t.webhookId),
  ],
);

/** How one try went. `status`: of the answer; else what was in its way. */
export type StoredTry = { at: string; ms: number; status?: number; cause?: string };

/** What one webhook is told of one event, until it took it. Its id is the `webhook-id`, also of a repetition. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: id(),
    webhookId: uuid('webhook_id').notNull(),
    /** That of the event, for those who may see it. */
    companyId: companyId(),
    /** Null: not of a message. */
    eventId: uuid('event_id'),
    messageId: uuid('message_id'),
    type: text('type').notNull(),
    /** The body, to the byte: the signature is of it. */
    payload: text('payload').notNull(),
    state: text('state', { enum: ['waiting', 'delivered', 'failed'] })
      .notNull()
      .default('waiting'),
    /** When it is tried, or taken from whoever tries it; null: no more. */
    nextAt: at('next_at'),
    /** Since it was made, or asked for once more. */
    tryCount: integer('try_count').notNull().default(0),
    /** The latest of them. */
    tries: jsonb('tries').$type<StoredTry[]>().notNull().default([]),
    /** The beginning of the last answer. */
    reply: text('reply'),
    createdAt: createdAt(),
    doneAt: at('done_at'),
  },
  (t) => [
    // An event is told once, whoever reads it, and repeated in its own row.
    uniqueIndex('webhook_deliveries_event_key').on(t.webhookId, t.eventId),
    // What is due, for each webhook apart: one with a million of them holds up no other.
    index('webhook_deliveries_next_at_idx').on(t.webhookId, t.nextAt).where(sql`${t.nextAt} is not null`),
    // The list of one webhook, newest first.
    index('webhook_deliveries_webhook_id_idx').on(t.webhookId, t.id),
    // At night: what is old.
    index('webhook_deliveries_created_at_idx').on(t.createdAt),
  ],
);

/** How far the events were read for webhooks; one row. */
export const webhookPlace = pgTable('webhook_place', {
  id: integer('id').primaryKey().default(1),
  xid: xid8('xid').notNull(),
  eventId: uuid('event_id').notNull(),
});
