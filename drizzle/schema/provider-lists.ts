import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at } from '../columns';
import { providers } from './providers';

/** How far the list of addresses that a service keeps from being sent to is read, and what is done with it. */
export const providerLists = pgTable('provider_lists', {
  providerId: uuid('provider_id')
    .primaryKey()
    .references(() => providers.id, { onDelete: 'cascade' }),
  /** Kept in step each night; off until a person switches it on. */
  nightly: boolean('nightly').notNull().default(false),
  step: text('step', { enum: ['rest', 'read', 'apply'] })
    .notNull()
    .default('rest'),
  /** What is read is applied afterwards: in the night; a person looks at the difference first. */
  applies: boolean('applies').notNull().default(false),
  /** Of the reading that is under way, or was the last. */
  runId: uuid('run_id'),
  /** Where the next page begins, as the service's adapter wrote it. */
  cursor: text('cursor'),
  /** Until then a process is at it; it runs out by itself if that one dies. */
  claimedUntil: at('claimed_until'),
  /** The service asked to be left alone until then, or did not answer. */
  notBefore: at('not_before'),
  /** When it was read to its end last, and begun last. */
  readAt: at('read_at'),
  begunAt: at('begun_at'),
  /** Of the last time that a difference was applied. */
  appliedAt: at('applied_at'),
  imported: integer('imported').notNull().default(0),
  removed: integer('removed').notNull().default(0),
  /** Why it stopped, and the service's words. */
  problem: text('problem'),
  detail: text('detail'),
});

/** The addresses that a service keeps from being sent to, as they were read last. */
export const heldAddresses = pgTable(
  'held_addresses',
  {
    providerId: uuid('provider_id')
      .notNull()
      .references(() => providers.id, { onDelete: 'cascade' }),
    list: text('list').notNull(),
    /** As addresses are compared. */
    address: text('address').notNull(),
    /** As the service writes it. */
    given: text('given').notNull(),
    cause: text('cause').notNull(),
    code: text('code'),
    reason: text('reason'),
    heldAt: at('held_at'),
    /** The reading that saw it last: what an earlier one saw and this one did not is gone there. */
    runId: uuid('run_id').notNull(),
    /** The service said no to taking it out. */
    refusedAt: at('refused_at'),
  },
  (t) => [primaryKey({ columns: [t.providerId, t.list, t.address] })],
);
