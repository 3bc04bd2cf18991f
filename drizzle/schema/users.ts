import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, bytea, createdAt, id, updatedAt } from '../columns';

export const users = pgTable(
  'users',
  {
    id: id(),
    email: text('email').notNull(),
    /** What an account is known by; see `accountKey`. The database makes it, so that no second rule can differ. */
    emailKey: text('email_key').notNull().generatedAlwaysAs(sql`lower(email collate "C")`),
    name: text('name').notNull(),
    passwordHash: text('password_hash').notNull(),
    role: text('role', { enum: ['administrator', 'technician', 'viewer'] }).notNull(),
    language: text('language', { enum: ['en', 'es'] })
      .notNull()
      .default('en'),
    mode: text('mode', { enum: ['admin', 'technical'] })
      .notNull()
      .default('admin'),
    /** The company this person looks at; null: all of them. */
    companyId: uuid('company_id'),
    /** The companies this person is limited to; null: all, also those to come. Never empty. */
    companyIds: uuid('company_ids').array(),
    active: boolean('active').notNull().default(true),
    lastSignInAt: at('last_sign_in_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  // Sign-in looks a person up by address, whatever the letter case.
  (t) => [uniqueIndex('users_email_key').on(t.emailKey)],
);

export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    ip: text('ip'),
    userAgent: text('user_agent'),
    lastSeenAt: at('last_seen_at').notNull().defaultNow(),
    revokedAt: at('revoked_at'),
    /** Why it was, to be told at sign-in; null: by signing out. */
    endReason: text('end_reason', { enum: ['elsewhere', 'administrator', 'password', 'rights'] }),
    /** When the person last showed that it is they: what gives out access asks for it again after ten minutes. */
    confirmedAt: at('confirmed_at').notNull().defaultNow(),
    createdAt: createdAt(),
  },
  // "My account" lists one person's sessions; a password change revokes them.
  (t) => [index('sessions_user_id_idx').on(t.userId)],
);

/** Failed sign-ins per account, so that guessing slows down and a restart does not reset it. */
export const signInFailures = pgTable('sign_in_failures', {
  key: text('key').primaryKey(),
  failures: integer('failures').notNull().default(0),
  blockedUntil: at('blocked_until'),
  updatedAt: updatedAt(),
});

/** Attempts to sign in per network, whatever the account, and of programs without a token that works (`api …`): until when what they spent is paid back. */
export const signInNetworks = pgTable(
  'sign_in_networks',
  {
    network: text('network').primaryKey(),
    spentUntil: at('spent_until').notNull(),
  },
  // The nightly clean-up.
  (t) => [index('sign_in_networks_spent_until_idx').on(t.spentUntil)],
);

/** The one-time link that creates the first administrator. Only its hash is kept. */
export const setupLinks = pgTable('setup_links', {
  tokenHash: bytea('token_hash').primaryKey(),
  expiresAt: at('expires_at').notNull(),
  createdAt: createdAt(),
});
