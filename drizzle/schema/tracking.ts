import { pgTable, text } from 'drizzle-orm/pg-core';

/** What signs the links in messages, sealed: they work as long as people keep the mail, whatever becomes of other secrets. */
export const trackingKeys = pgTable('tracking_keys', {
  id: text('id').primaryKey(),
  sealed: text('sealed').notNull(),
});
