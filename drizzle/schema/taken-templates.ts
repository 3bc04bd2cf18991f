import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at } from '../columns';
import { providers } from './providers';
import { templates } from './templates';

/** Which template of a provider's own was taken over as which of ours, and what it said then. */
export const takenTemplates = pgTable(
  'taken_templates',
  {
    providerId: uuid('provider_id')
      .notNull()
      .references(() => providers.id, { onDelete: 'cascade' }),
    /** By which the provider's API names it. */
    name: text('name').notNull(),
    templateId: uuid('template_id')
      .notNull()
      .references(() => templates.id, { onDelete: 'cascade' }),
    language: text('language').notNull(),
    /** SHA-256 of what it said there. */
    digest: text('digest').notNull(),
    /** When it was changed there last; null: the provider does not tell. */
    changedAt: at('changed_at'),
    /** The version of ours that says so. */
    number: integer('number').notNull(),
    takenAt: at('taken_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.providerId, t.name] }),
    index('taken_templates_template_idx').on(t.templateId),
  ],
);
