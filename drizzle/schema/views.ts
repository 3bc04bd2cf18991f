import { jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id } from '../columns';
import { users } from './users';

/** A list of messages as a person wants to see it again: its filters and columns under a name. */
export const messageViews = pgTable(
  'message_views',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    filters: jsonb('filters').$type<Record<string, string>>().notNull(),
    /** Null: those that the person has chosen for the list itself. */
    columns: text('columns').array(),
    createdAt: createdAt(),
  },
  // A person's views, and that no two have one name.
  (t) => [uniqueIndex('message_views_user_id_name_key').on(t.userId, t.name)],
);

/** Which columns a person has chosen for the list of messages; none: those of the mode. */
export const messageColumns = pgTable('message_columns', {
  userId: uuid('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  columns: text('columns').array().notNull(),
});
