import { sql } from 'drizzle-orm';
import { bigint, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at, bytea, createdAt } from '../columns';
import { users } from './users';

const userId = () =>
  uuid('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' });

/** An app that makes codes (RFC 6238): what a person is asked for after the password. */
export const secondFactors = pgTable('second_factors', {
  userId: userId().primaryKey(),
  /** The seed that the app has, too. */
  sealed: text('sealed').notNull(),
  /** Null: being set up, and not asked for yet. */
  confirmedAt: at('confirmed_at'),
  /** The last 30 seconds whose code was taken: no code works twice (RFC 6238, 5.2). */
  lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
  createdAt: createdAt(),
});

/** The way in for who has lost the app, once each. Of a code only its keyed hash is kept. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  { userId: userId(), hash: bytea('hash').notNull(), usedAt: at('used_at') },
  (t) => [primaryKey({ columns: [t.userId, t.hash] })],
);

/** Browsers that a person signed in with, whose guesses are counted apart from a stranger's. Of the cookie only its hash is kept. */
export const knownDevices = pgTable(
  'known_devices',
  {
    tokenHash: bytea('token_hash').notNull(),
    userId: userId(),
    lastUsedAt: at('last_used_at').notNull().default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.tokenHash, t.userId] }),
    // A new password forgets those of a person.
    index('known_devices_user_id_idx').on(t.userId),
    // The nightly clean-up.
    index('known_devices_last_used_at_idx').on(t.lastUsedAt),
  ],
);
