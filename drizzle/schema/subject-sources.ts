import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { at, companyId, createdAt, id, updatedAt } from '../columns';
import { subjectKinds } from './subjects';

export type StoredRead = { created: number; changed: number; same: number; wrong: number };

/** Addresses from which subjects of one kind are read by the clock. */
export const subjectSources = pgTable(
  'subject_sources',
  {
    id: id(),
    companyId: companyId(),
    kindId: uuid('kind_id')
      .notNull()
      .references(() => subjectKinds.id, { onDelete: 'cascade' }),
    title: text('title').notNull(),
    url: text('url').notNull(),
    /** Signs each question. */
    sealedSecret: text('sealed_secret').notNull(),
    /** How a file of rows is written; null: as it says itself. */
    columns: jsonb('columns').$type<string[]>(),
    decimal: text('decimal', { enum: ['point', 'comma'] }),
    dates: text('dates', { enum: ['ymd', 'dmy', 'mdy'] }).notNull(),
    cron: text('cron').notNull(),
    timeZone: text('time_zone').notNull(),
    active: boolean('active').notNull(),
    /** Null: it is off. While it is read: when somebody else may begin again. */
    nextReadAt: at('next_read_at'),
    lastReadAt: at('last_read_at'),
    /** Why the last one failed, a code and what belongs to it; null: it did not. */
    problem: jsonb('problem').$type<{ code: string; detail: string }>(),
    /** How many in a row failed. */
    failures: integer('failures').notNull().default(0),
    /** What came of the last one that did not fail. */
    result: jsonb('result').$type<StoredRead>(),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  // Which are due, once a minute.
  (t) => [index('subject_sources_next_read_at_idx').on(t.nextReadAt).where(sql`${t.nextReadAt} is not null`)],
);
