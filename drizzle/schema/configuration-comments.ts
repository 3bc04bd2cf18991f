import { json, pgTable, text } from 'drizzle-orm/pg-core';
import { updatedAt } from '../columns';

/** What people wrote beside a name of the document, and beside what it is. */
export type StoredComment = {
  name?: { before?: string; spaced?: true };
  value?: { before?: string; after?: string; spaced?: true };
};

/** Comments of the configuration as a document, by their place: `["providers","Office","weight"]`; `[]`: of the document itself. */
export const configurationComments = pgTable('configuration_comments', {
  path: text('path').primaryKey(),
  comment: json('comment').$type<StoredComment>().notNull(),
  updatedAt: updatedAt(),
});
