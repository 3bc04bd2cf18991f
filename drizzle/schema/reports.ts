import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { at, companyId, createdAt, id, updatedAt } from '../columns';

/** Figures by mail: what is told, to whom and when. */
export const reports = pgTable(
  'reports',
  {
    id: id(),
    /** Null: of all companies together. */
    companyId: companyId(),
    name: text('name').notNull(),
    frequency: text('frequency', { enum: ['daily', 'weekly', 'monthly'] }).notNull(),
    /** By the clocks of `time_zone`. */
    hour: integer('hour').notNull(),
    timeZone: text('time_zone').notNull(),
    language: text('language', { enum: ['en', 'es'] }).notNull(),
    recipients: text('recipients').array().notNull(),
    active: boolean('active').notNull().default(true),
    nextAt: at('next_at').notNull(),
    /** Somebody sends it, or it is tried again then. */
    heldUntil: at('held_until'),
    lastSentAt: at('last_sent_at'),
    /** Why the last try came to nothing. */
    problem: text('problem', { enum: ['no_provider', 'no_sender', 'failed'] }),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    // The job asks each minute what is due.
    index('reports_next_at_idx').on(t.nextAt).where(sql`${t.active}`),
  ],
);
