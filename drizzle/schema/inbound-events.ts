import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, bytea, id } from '../columns';

/** What providers told of messages, as it came in: stored before it is answered, read by a job. Outlives its provider. */
export const inboundEvents = pgTable(
  'inbound_events',
  {
    id: id(),
    providerId: uuid('provider_id').notNull(),
    receivedAt: at('received_at').notNull().defaultNow(),
    /** The sender's name for this delivery, where it has one: it is taken once. */
    key: text('key'),
    headers: jsonb('headers').$type<Record<string, string>>().notNull(),
    body: bytea('body').notNull(),
    /** Null: nobody has read it yet. */
    appliedAt: at('applied_at'),
    /** Why it could not be read, in words for a technician. */
    error: text('error'),
  },
  (t) => [
    // What is still to be read, oldest first.
    index('inbound_events_pending_idx').on(t.id).where(sql`${t.appliedAt} is null`),
    // Those that could not be read, newest first: there are few.
    index('inbound_events_error_idx').on(t.id).where(sql`${t.error} is not null`),
    uniqueIndex('inbound_events_key_idx').on(t.providerId, t.key).where(sql`${t.key} is not null`),
    // The last ones of a provider, for its page, and the oldest ones, to be forgotten.
    index('inbound_events_provider_id_idx').on(t.providerId, t.id),
  ],
);

/** What was last turned away at the door of a provider's events: for who looks why none arrive. */
export const inboundRefusals = pgTable('inbound_refusals', {
  providerId: uuid('provider_id').primaryKey(),
  at: at('at').notNull(),
  /** In words for a technician. */
  reason: text('reason').notNull(),
});
