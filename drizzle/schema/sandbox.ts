import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at } from '../columns';

/** What a sandbox provider took in: one row per delivery; the content stays with the message. */
export const sandboxMessages = pgTable(
  'sandbox_messages',
  {
    id: uuid('id').notNull(),
    messageId: uuid('message_id').notNull(),
    providerId: uuid('provider_id').notNull(),
    fromEmail: text('from_email').notNull(),
    fromName: text('from_name'),
    recipients: text('recipients').array().notNull(),
    subject: text('subject').notNull(),
    capturedAt: at('captured_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.messageId, t.id] }),
    // The inbox, newest first.
    index('sandbox_messages_id_idx').on(t.id),
  ],
);
