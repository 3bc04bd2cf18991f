import { sql } from 'drizzle-orm';
import { date, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, updatedAt } from '../columns';
import { providers } from './providers';

/** What became of a day. */
export type StoredWarmUpDay = {
  date: string;
  /** Of the plan, from 0. */
  day: number;
  allowance: number;
  sent: number;
  bounced: number;
  deferred: number;
  complained: number;
  move: string;
  reason: string;
};

/** Providers that nobody knows yet: so many recipients a day, growing by a plan. */
export const warmUps = pgTable(
  'warm_ups',
  {
    id: id(),
    providerId: uuid('provider_id')
      .notNull()
      .references(() => providers.id, { onDelete: 'cascade' }),
    /** Of the sender, as in DNS; null: of all that the provider sends. */
    domain: text('domain'),
    plan: text('plan', { enum: ['slow', 'usual'] }).notNull(),
    /** Of the plan, from 0, and how many recipients it allows today. */
    day: integer('day').notNull().default(0),
    allowance: integer('allowance').notNull(),
    /** The day that this is for, by the provider's clock. */
    today: date('today').notNull(),
    state: text('state', { enum: ['running', 'finished'] })
      .notNull()
      .default('running'),
    history: jsonb('history').$type<StoredWarmUpDay[]>().notNull().default([]),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  // One for each, whatever the order of what is asked.
  (t) => [uniqueIndex('warm_ups_key').on(t.providerId, sql`coalesce(${t.domain}, '')`)],
);
