import { remember } from '@/lib/async/memory';
import { sql } from '@/lib/database/db';
import { blockList } from '@/lib/text/cidr';
import type { SecretRow, TokenRow } from './rows';

/** Also secrets whose time is over: that is told apart from never having been one. */
export type KnownToken = {
  row: Pick<
    TokenRow,
    | 'id'
    | 'name'
    | 'kind'
    | 'scopes'
    | 'companyId'
    | 'fromDomains'
    | 'providerIds'
    | 'limitMinute'
    | 'limitDay'
    | 'expiresAt'
    | 'revokedAt'
  >;
  secrets: Pick<SecretRow, 'id' | 'hash' | 'validUntil'>[];
  allowed: ReturnType<typeof blockList> | null;
};

/** A token is looked up at most this often by who has one of its secrets; a revocation is felt in every process within a second. */
const CACHE_MS = 800;
const MAX_CACHED = 1000;

const cache = new Map<string, { known: KnownToken | undefined; readAt: number }>();
remember(() => cache.clear());

/**
 * `has`: the secret that is asked for. One that another process made a moment ago is not in what is remembered, and is looked for anew; not for
 * a guesser, `suspect`, who is told to come back later, as is whoever rotates at that very moment behind the same address.
 */
export async function findToken(
  publicId: string,
  has: (known: KnownToken) => boolean,
  suspect: boolean,
): Promise<KnownToken | undefined> {
  const cached = cache.get(publicId);
  if (cached && Date.now() - cached.readAt < CACHE_MS && (suspect || !cached.known || has(cached.known)))
    return cached.known;
  const readAt = Date.now();
  const known = await read(publicId);
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(publicId, { known, readAt });
  return known;
}

export function forgetToken(publicId: string): void {
  cache.delete(publicId);
}

type Read = KnownToken['row'] & {
  allowedIps: string[] | null;
  secretId: string;
  hash: Buffer;
  validUntil: Date | null;
};

/** By hand, and not by drizzle, which takes three times as long to say the same. */
async function read(publicId: string): Promise<KnownToken | undefined> {
  const rows = await sql()<Read[]>`
    select t.id, t.name, t.kind, t.scopes, t.company_id as "companyId", t.allowed_ips as "allowedIps", t.from_domains as "fromDomains",
      t.provider_ids as "providerIds", t.limit_minute as "limitMinute", t.limit_day as "limitDay", t.expires_at as "expiresAt",
      t.revoked_at as "revokedAt", s.id as "secretId", s.hash, s.valid_until as "validUntil"
    from tokens t join token_secrets s on s.token_id = t.id where t.public_id = ${publicId}`;
  const [row] = rows;
  if (!row) return undefined;
  const secrets = rows.map(({ secretId: id, hash, validUntil }) => ({ id, hash, validUntil }));
  return { row, secrets, allowed: row.allowedIps && blockList(row.allowedIps) };
}
