import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { at, id } from '../columns';

/** Whose data was deleted, without saying who: only somebody who knows the address, and the key, can tell. */
export const erasures = pgTable(
  'erasures',
  {
    id: id(),
    /** Of the address as addresses are compared (`lib/erasures/form.ts`). */
    form: text('form').notNull(),
    /** What stands in its place from then on. */
    standIn: text('stand_in').notNull(),
    startedBy: text('started_by').notNull(),
    startedAt: at('started_at').notNull().defaultNow(),
    /** Null: it broke off, and goes on when it is asked for again. */
    finishedAt: at('finished_at'),
    messages: integer('messages').notNull().default(0),
    canceled: integer('canceled').notNull().default(0),
  },
  // Whether an address that is told late is one of them.
  (t) => [index('erasures_form_idx').on(t.form)],
);

/** What such a form is made with, sealed; it stays when master keys change. */
export const erasureKeys = pgTable('erasure_keys', {
  id: text('id').primaryKey(),
  sealed: text('sealed').notNull(),
});
