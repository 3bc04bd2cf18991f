import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { at } from '../columns';

/** One row per running worker process; a row that stops beating is a dead worker. */
export const workers = pgTable('workers', {
  id: uuid('id').primaryKey(),
  /** Names machine and boot, so that only a process of the same machine judges by pid. */
  machine: text('machine').notNull(),
  host: text('host').notNull(),
  pid: integer('pid').notNull(),
  /** graphile-worker's pool ids: what its locks are held by. */
  poolIds: text('pool_ids').array().notNull(),
  startedAt: at('started_at').notNull(),
  beatAt: at('beat_at').notNull(),
});
