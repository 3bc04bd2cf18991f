import type { tokens } from '@/drizzle/schema/tokens';
import type { TokenView } from './schema';

export function viewToken(row: typeof tokens.$inferSelect, company?: string): TokenView {
  return {
    id: row.id,
    name: row.name,
    masked: `rlv_${row.publicId}_…${row.last4}`,
    scopes: row.scopes,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    madeBy: row.parentId,
    ...(company && { company }),
    createdAt: row.createdAt.toISOString(),
  };
}
