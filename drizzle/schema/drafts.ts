import { jsonb, pgTable, uuid } from 'drizzle-orm/pg-core';
import { updatedAt } from '../columns';
import { users } from './users';

/** Where a person stopped adding a provider: one draft each, without secrets. */
export const providerDrafts = pgTable('provider_drafts', {
  userId: uuid('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  draft: jsonb('draft').notNull(),
  updatedAt: updatedAt(),
});
