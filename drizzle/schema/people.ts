import { sql } from 'drizzle-orm';
import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, bytea, createdAt, id } from '../columns';
import { users } from './users';

/** Who was asked to join. Of the link only its hash is kept. */
export const invitations = pgTable(
  'invitations',
  {
    id: id(),
    email: text('email').notNull(),
    /** As `users.email_key`. */
    emailKey: text('email_key').notNull().generatedAlwaysAs(sql`lower(email collate "C")`),
    role: text('role', { enum: ['administrator', 'technician', 'viewer'] }).notNull(),
    /** As `users.company_ids`. */
    companyIds: uuid('company_ids').array(),
    language: text('language', { enum: ['en', 'es'] }).notNull(),
    tokenHash: bytea('token_hash').notNull(),
    invitedBy: text('invited_by').notNull(),
    expiresAt: at('expires_at').notNull(),
    /** How it ended; null: it waits for its answer, or has expired. */
    end: text('ended', { enum: ['accepted', 'withdrawn'] }),
    createdAt: createdAt(),
  },
  (t) => [
    // The page behind the link.
    uniqueIndex('invitations_token_hash_key').on(t.tokenHash),
    // One open invitation for an address; inviting again renews it.
    uniqueIndex('invitations_open_key').on(t.emailKey).where(sql`ended is null`),
  ],
);

/** One-time links by which a person sets a new password. Only their hash is kept. */
export const passwordLinks = pgTable(
  'password_links',
  {
    tokenHash: bytea('token_hash').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
    createdAt: createdAt(),
  },
  // A new link ends those before it.
  (t) => [index('password_links_user_id_idx').on(t.userId)],
);
