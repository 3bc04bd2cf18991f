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
    /** The token that made it, and with which it ends. */
    parentId: uuid('parent_id'),
    createdAt: createdAt(),
  },
  (t) => [
    // Every API request finds its token by this.
    uniqueIndex('tokens_public_id_key').on(t.publicId),
    // Revoking a token reaches those that it made.
    index('tokens_parent_id_idx').on(t.parentId),
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
