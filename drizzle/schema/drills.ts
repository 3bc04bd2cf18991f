import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { at, id } from '../columns';
import { providers } from './providers';

/** A rehearsed outage: for a while one provider is played as down, slow or over quota, for test traffic only. */
export const drills = pgTable(
  'drills',
  {
    id: id(),
    providerId: uuid('provider_id')
      .notNull()
      .references(() => providers.id, { onDelete: 'cascade' }),
    mode: text('mode', { enum: ['down', 'slow', 'quota'] }).notNull(),
    startedAt: at('started_at').notNull().defaultNow(),
    endsAt: at('ends_at').notNull(),
    /** Ended by hand before its time. */
    endedAt: at('ended_at'),
    startedBy: text('started_by').notNull(),
    /** What was asked for besides: the test messages to send. */
    options: jsonb('options').$type<Record<string, unknown>>(),
  },
  // The list, newest first.
  (t) => [index('drills_started_at_idx').on(t.startedAt)],
);
