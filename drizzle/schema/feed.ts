import { sql } from 'drizzle-orm';
import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, id } from '../columns';
import { contacts } from './contacts';

/** What a person is told within the pages of a company's own program. */
export const feedItems = pgTable(
  'feed_items',
  {
    id: id(),
    contactId: uuid('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    /** Of which notification; that may be forgotten earlier. */
    notificationId: uuid('notification_id').notNull(),
    type: text('type').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    url: text('url'),
    createdAt: at('created_at').notNull(),
    readAt: at('read_at'),
  },
  (t) => [
    // A notification that is handed over again is there once.
    uniqueIndex('feed_items_notification_id_key').on(t.notificationId),
    // The feed of one person, newest first.
    index('feed_items_contact_id_idx').on(t.contactId, t.id),
    // How many of them nobody has read.
    index('feed_items_unread_idx').on(t.contactId).where(sql`${t.readAt} is null`),
  ],
);
