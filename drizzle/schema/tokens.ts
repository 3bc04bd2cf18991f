import { sql } from 'drizzle-orm';
import {
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, bytea, companyId, createdAt, id } from '../columns';

export const tokens = pgTable(
  'tokens',
  {
    id: id(),
    companyId: companyId(),
    name: text('name').notNull(),
    /** The program that uses it, in words. */
    note: text('note'),
    /** The 12 characters after `rlv_`: public, used to find the row. A rotation keeps them. */
    publicId: text('public_id').notNull(),
    /** What comes with `test` goes to sandboxes only. */
    kind: text('kind', { enum: ['live', 'test'] })
      .notNull()
      .default('live'),
    scopes: text('scopes').array().notNull(),
    // What bounds it further; null: nothing does.
    allowedIps: text('allowed_ips').array(),
    fromDomains: text('from_domains').array(),
    providerIds: uuid('provider_ids').array(),
    limitMinute: integer('limit_minute'),
    limitDay: integer('limit_day'),
    expiresAt: at('expires_at'),
    revokedAt: at('revoked_at'),
    createdBy: uuid('created_by'),
    // A new secret is prepared so often; null: nothing is done by itself.
    rotateEveryDays: integer('rotate_every_days'),
    rotateGraceHours: integer('rotate_grace_hours'),
    rotateAt: at('rotate_at'),
    /** The person who is told of it; null: who made it. */
    responsibleId: uuid('responsible_id'),
    /** The token that made it, and with which it ends. */
    parentId: uuid('parent_id'),
    createdAt: createdAt(),
  },
  (t) => [
    // Every API request finds its token by this.
    uniqueIndex('tokens_public_id_key').on(t.publicId),
    // Revoking a token reaches those that it made.
    index('tokens_parent_id_idx').on(t.parentId),
    // Each minute: whose secret is due.
    index('tokens_rotate_at_idx')
      .on(t.rotateAt)
      .where(sql`${t.rotateAt} is not null and ${t.revokedAt} is null`),
    // Each minute, and home: which end soon.
    index('tokens_expires_at_idx')
      .on(t.expiresAt)
      .where(sql`${t.expiresAt} is not null and ${t.revokedAt} is null`),
  ],
);

/** The secrets of a token: the one that is used (`validUntil` null), and those that a rotation left valid for a while. */
export const tokenSecrets = pgTable(
  'token_secrets',
  {
    id: id(),
    tokenId: uuid('token_id')
      .notNull()
      .references(() => tokens.id, { onDelete: 'cascade' }),
    hash: bytea('hash').notNull(),
    last4: text('last4').notNull(),
    validUntil: at('valid_until'),
    lastUsedAt: at('last_used_at'),
    lastUsedIp: text('last_used_ip'),
    lastUsedAgent: text('last_used_agent'),
    createdAt: createdAt(),
  },
  // Every API request reads those of its token.
  (t) => [index('token_secrets_token_id_idx').on(t.tokenId)],
);

/**
 * New secrets that wait to be picked up, one of a token at most, and those that were or never will be: a link that was used says so. Only what
 * waits has its secret here, sealed; it works from the moment it is picked up.
 */
export const tokenPickups = pgTable(
  'token_pickups',
  {
    id: id(),
    tokenId: uuid('token_id')
      .notNull()
      .references(() => tokens.id, { onDelete: 'cascade' }),
    linkHash: bytea('link_hash').notNull(),
    sealed: text('sealed'),
    last4: text('last4').notNull(),
    /** When everybody who is to know has been written to. */
    mailedAt: at('mailed_at'),
    /** Why nobody could be written to so far. */
    mailProblem: text('mail_problem', { enum: ['no_provider', 'no_sender', 'nobody'] }),
    pickedUpAt: at('picked_up_at'),
    pickedUpBy: text('picked_up_by'),
    createdAt: createdAt(),
  },
  (t) => [
    // A link finds it.
    uniqueIndex('token_pickups_link_hash_key').on(t.linkHash),
    // Two of one token never wait, whoever prepares them.
    uniqueIndex('token_pickups_waiting_key').on(t.tokenId).where(sql`${t.sealed} is not null`),
    // A token's page tells of the last one.
    index('token_pickups_token_id_idx').on(t.tokenId),
  ],
);

/** That a token ends soon was said, once for so many days before that end. */
export const tokenWarnings = pgTable(
  'token_warnings',
  {
    tokenId: uuid('token_id')
      .notNull()
      .references(() => tokens.id, { onDelete: 'cascade' }),
    expiresAt: at('expires_at').notNull(),
    days: smallint('days').notNull(),
    mailedAt: at('mailed_at'),
    mailProblem: text('mail_problem', { enum: ['no_provider', 'no_sender', 'nobody'] }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.tokenId, t.expiresAt, t.days] })],
);

/** How much of its limits a token has used in the minute and the day (UTC) that run. */
export const tokenWindows = pgTable(
  'token_windows',
  {
    tokenId: uuid('token_id').notNull(),
    span: text('span', { enum: ['minute', 'day'] }).notNull(),
    startsAt: at('starts_at').notNull(),
    used: integer('used').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tokenId, t.span] })],
);

/** What a token did: requests of a day (UTC) by route and answer. */
export const tokenDays = pgTable(
  'token_days',
  {
    tokenId: uuid('token_id').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    /** Such as `GET /api/v1/messages/{id}`. */
    route: text('route').notNull(),
    status: smallint('status').notNull(),
    requests: integer('requests').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tokenId, t.day, t.route, t.status] }),
    // The nightly clean-up.
    index('token_days_day_idx').on(t.day),
  ],
);

/**
 * Pairs by which programs sign what they send through the API of Amazon SES. A signature is computed from the secret itself, so that it is kept,
 * sealed; what it may do is what its token may.
 */
export const tokenAccessKeys = pgTable(
  'token_access_keys',
  {
    id: id(),
    tokenId: uuid('token_id')
      .notNull()
      .references(() => tokens.id, { onDelete: 'cascade' }),
    accessKeyId: text('access_key_id').notNull(),
    sealed: text('sealed').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    // Every signed request finds its token by this.
    uniqueIndex('token_access_keys_access_key_id_key').on(t.accessKeyId),
    index('token_access_keys_token_id_idx').on(t.tokenId),
  ],
);
