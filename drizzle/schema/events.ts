import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at, companyId, xid8 } from '../columns';

/** What happened to a message, in order. Never updated. */
export const events = pgTable(
  'events',
  {
    id: uuid('id').notNull(),
    messageId: uuid('message_id').notNull(),
    /** That of the message; null: of none. */
    companyId: companyId(),
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
    // The list, newest first: ids are made when an event is written. Ordinary types are met soon enough by it.
    index('events_id_idx').on(t.id),
    // The list of one of the other types.
    index('events_type_idx').on(t.type, t.id).where(sql`${t.type} not in ('queued', 'sent', 'delivered')`),
    // The list of one company.
    index('events_company_id_idx').on(t.companyId, t.id).where(sql`${t.companyId} is not null`),
  ],
);
