import { pgTable, text } from 'drizzle-orm/pg-core';

/** One value sealed with the master key, to tell at a start whether the key is this database's. */
export const keyringCanary = pgTable('keyring_canary', {
  id: text('id').primaryKey(),
  sealed: text('sealed').notNull(),
});
