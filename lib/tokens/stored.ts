import { eq, getTableColumns } from 'drizzle-orm';
import { tokenSecrets, tokens } from '@/drizzle/schema/tokens';
import { db } from '@/lib/database/db';
import { blockList } from '@/lib/text/cidr';
import type { SecretRow, TokenRow } from './rows';

/** Also secrets whose time is over: that is told apart from never having been one. */
export type KnownToken = {
  row: TokenRow;
  secrets: SecretRow[];
  allowed: ReturnType<typeof blockList> | null;
};

/** A token is looked up at most this often; a revocation is felt in every process within a second. */
const CACHE_MS = 800;
const MAX_CACHED = 1000;

const cache = new Map<string, { known: KnownToken | undefined; readAt: number }>();

export async function findToken(publicId: string): Promise<KnownToken | undefined> {
  const cached = cache.get(publicId);
  if (cached && Date.now() - cached.readAt < CACHE_MS) return cached.known;
  const readAt = Date.now();
  const known = await read(publicId);
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(publicId, { known, readAt });
  return known;
}

export function forgetToken(publicId: string): void {
  cache.delete(publicId);
}

async function read(publicId: string): Promise<KnownToken | undefined> {
  const rows = await db()
    .select({ row: getTableColumns(tokens), secret: getTableColumns(tokenSecrets) })
    .from(tokens)
    .innerJoin(tokenSecrets, eq(tokenSecrets.tokenId, tokens.id))
    .where(eq(tokens.publicId, publicId));
  const row = rows[0]?.row;
  if (!row) return undefined;
  const allowed = row.allowedIps && blockList(row.allowedIps);
  return { row, secrets: rows.map(({ secret }) => secret), allowed };
}
