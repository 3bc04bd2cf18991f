import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { updatedAt } from '../columns';
import { templates } from './templates';
import { users } from './users';

/** Where a person stopped adding a provider: one draft each, without secrets. */
export const providerDrafts = pgTable('provider_drafts', {
  userId: uuid('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  draft: jsonb('draft').notNull(),
  updatedAt: updatedAt(),
});

/** What a person wrote in a template and has not saved: for them alone, on whichever machine. Nothing is ever sent of it. */
export const templateDrafts = pgTable(
  'template_drafts',
  {
    templateId: uuid('template_id')
      .notNull()
      .references(() => templates.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** The newest version when they began. */
    basedOn: integer('based_on').notNull(),
    /** As the editor keeps it; it may be wrong in the middle of a word. */
    content: text('content').notNull(),
    updatedAt: updatedAt(),
  },
  (t) => [primaryKey({ columns: [t.templateId, t.userId] }), index('template_drafts_user_idx').on(t.userId)],
);
