import { bigint, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at } from '../columns';

/**
 * How much of each limit of a provider or a company is taken in its current window: workers lease slices of it. `budget` counts
 * millionths of the currency. No reference, since two kinds own them: who is deleted takes its rows along.
 */
export const usageWindows = pgTable(
  'usage_windows',
  {
    ownerId: uuid('owner_id').notNull(),
    unit: text('unit').notNull(),
    startsAt: at('starts_at').notNull(),
    used: bigint('used', { mode: 'number' }).notNull().default(0),
    /** Of the unit `provider`: it says itself that it takes no more until then. */
    fullUntil: at('full_until'),
  },
  (t) => [primaryKey({ columns: [t.ownerId, t.unit] })],
);
