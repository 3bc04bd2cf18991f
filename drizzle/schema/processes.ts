import { bigint, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { at } from '../columns';

/** What a process knows of the disk that it writes to; `shortage`: it accepts nothing. */
export type StoredDisk = {
  freeBytes: number;
  totalBytes: number;
  stopsBelowBytes: number;
  shortage: 'disk' | 'database' | null;
};

/** One row per running process of any kind and machine; workers have one in `workers` as well, by which their work is given to others. */
export const processes = pgTable('processes', {
  id: uuid('id').primaryKey(),
  kind: text('kind').$type<'web' | 'worker' | 'smtp'>().notNull(),
  host: text('host').notNull(),
  pid: integer('pid').notNull(),
  version: text('version').notNull(),
  /** When the newest migration that it knows was made, as the journal of migrations says it. */
  schemaAt: bigint('schema_at', { mode: 'number' }).notNull(),
  disk: jsonb('disk').$type<StoredDisk>(),
  startedAt: at('started_at').notNull(),
  beatAt: at('beat_at').notNull(),
});

/** Migrations after which programs that do not know them cannot run any more. */
export const schemaMarks = pgTable('schema_marks', {
  schemaAt: bigint('schema_at', { mode: 'number' }).primaryKey(),
  /** Of the program that brought it. */
  version: text('version').notNull(),
});

/** How much is logged for a while, instead of what the environment says. One row at most. */
export const logLevel = pgTable('log_level', {
  id: text('id').primaryKey().default('now'),
  level: text('level').notNull(),
  until: at('until').notNull(),
  setBy: text('set_by').notNull(),
});
