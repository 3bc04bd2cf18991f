import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { updatedAt } from '../columns';

export const settings = pgTable('settings', {
  key: text('key').primaryKey(),
  value: jsonb('value').notNull(),
  /** Grows with every change, so that nobody overwrites what somebody else saved meanwhile. */
  version: integer('version').notNull().default(1),
  updatedAt: updatedAt(),
});
