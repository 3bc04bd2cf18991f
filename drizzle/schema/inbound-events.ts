import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { at, bytea, id } from '../columns';

/** What providers told of messages, as it came in: stored before it is answered, read by a job. Outlives its provider. */
export const inboundEvents = pgTable(
  'inbound_events',
  {
    id: id(),
    providerId: uuid('provider_id').notNull(),
    receivedAt: at('received_at').notNull().defaultNow(),
    headers: jsonb('headers').$type<Record<string, string>>().notNull(),
    body: bytea('body').notNull(),
    /** Null: nobody has read it yet. */
    appliedAt: at('applied_at'),
    /** Why it could not be read, in words for a technician. */
    error: text('error'),
  },
  // What is still to be read, oldest first.
  (t) => [index('inbound_events_pending_idx').on(t.id).where(sql`${t.appliedAt} is null`)],
);
