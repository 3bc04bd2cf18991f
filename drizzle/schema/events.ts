import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at } from '../columns';

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
  },
  (t) => [primaryKey({ columns: [t.messageId, t.id] })],
);
