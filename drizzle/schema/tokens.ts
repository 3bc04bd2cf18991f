import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, bytea, companyId, createdAt, id } from '../columns';

export const tokens = pgTable(
  'tokens',
  {
    id: id(),
    companyId: companyId(),
    name: text('name').notNull(),
    /** The 12 characters after `rlv_`: public, used to find the row. */
    publicId: text('public_id').notNull(),
    tokenHash: bytea('token_hash').notNull(),
    last4: text('last4').notNull(),
    scopes: text('scopes').array().notNull(),
    expiresAt: at('expires_at'),
    revokedAt: at('revoked_at'),
    lastUsedAt: at('last_used_at'),
    lastUsedIp: text('last_used_ip'),
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
