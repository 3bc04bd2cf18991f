import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at, xid8 } from '../columns';

/** What happened to a message, in order. Never updated. */
export const events = pgTable(
  'events',
  {
    id: uuid('id').notNull(),
    messageId: uuid('message_id').notNull(),
    type: text('type').notNull(),
    at: at('at').notNull(),
    recipient: text('recipient'),
    providerId: uuid('provider_id'),
    detail: jsonb('detail').$type<Record<string, unknown>>(),
    /** The transaction that wrote it: who reads on from where it was misses nothing that was committed late. */
    xid: xid8('xid').notNull().default(sql`pg_current_xact_id()`),
  },
  (t) => [
    primaryKey({ columns: [t.messageId, t.id] }),
    // The tail: what was written since.
    index('events_xid_idx').on(t.xid, t.id),
  ],
);
