import { randomInt } from 'node:crypto';
import { and, count, eq } from 'drizzle-orm';
import { tokenAccessKeys } from '@/drizzle/schema/tokens';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { AppError, notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { refusal } from '@/lib/refusals';
import { openAccessKey, sealAccessKey } from './access-key-cell';
import { holdToken, lockTokens } from './family';
import type { TokenDetail } from './schema';

/** As many as AWS gives: the one in use, and the next. */
export const MAX_ACCESS_KEYS = 2;

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A pair for a token, for what signs its requests. The secret is in this answer and nowhere else. @throws AppError not_found, conflict */
export function createAccessKey(
  ctx: Context,
  { id }: { id: string },
): Promise<{ accessKeyId: string; secretAccessKey: string }> {
  return mutation(ctx, 'token.update', async (tx) => {
    await lockTokens(tx);
    const token = await holdToken(tx, ctx, id);
    const [known] = await tx
      .select({ count: count() })
      .from(tokenAccessKeys)
      .where(eq(tokenAccessKeys.tokenId, id));
    if (known!.count >= MAX_ACCESS_KEYS)
      throw new AppError(
        'conflict',
        `The token ${token.name} has ${MAX_ACCESS_KEYS} access keys already.`,
        refusal('too_many_keys', { name: token.name, max: MAX_ACCESS_KEYS }),
      );
    const pair = { accessKeyId: `RLVA${letters(BASE32, 16)}`, secretAccessKey: letters(BASE64, 40) };
    const rowId = newId();
    const sealed = sealAccessKey(rowId, pair.secretAccessKey);
    await tx
      .insert(tokenAccessKeys)
      .values({ id: rowId, tokenId: id, accessKeyId: pair.accessKeyId, sealed });
    const told = { accessKeyAdded: pair.accessKeyId };
    return { result: pair, subjectId: id, ownerId: token.companyId, before: {}, after: told };
  });
}

/** What is signed with it is refused from then on. @throws AppError not_found */
export function removeAccessKey(
  ctx: Context,
  { id, accessKeyId }: { id: string; accessKeyId: string },
): Promise<void> {
  return mutation(ctx, 'token.update', async (tx) => {
    await lockTokens(tx);
    const token = await holdToken(tx, ctx, id);
    const [gone] = await tx
      .delete(tokenAccessKeys)
      .where(and(eq(tokenAccessKeys.tokenId, id), eq(tokenAccessKeys.accessKeyId, accessKeyId)))
      .returning({ id: tokenAccessKeys.id });
    if (!gone) throw notFound('access key', accessKeyId);
    const told = { accessKeyRemoved: accessKeyId };
    return { result: undefined, subjectId: id, ownerId: token.companyId, before: {}, after: told };
  });
}

export async function listAccessKeys(tokenId: string): Promise<TokenDetail['accessKeys']> {
  const rows = await sql()<{ accessKeyId: string; createdAt: Date }[]>`
    select access_key_id as "accessKeyId", created_at as "createdAt" from token_access_keys
    where token_id = ${tokenId} order by created_at`;
  return rows.map(({ accessKeyId, createdAt }) => ({ accessKeyId, createdAt: createdAt.toISOString() }));
}

export type KnownAccessKey = { publicId: string; secret: string };

/** Null: there is none. */
export async function findAccessKey(accessKeyId: string): Promise<KnownAccessKey | null> {
  if (!/^RLVA[A-Z2-7]{16}$/.test(accessKeyId)) return null;
  const [row] = await sql()<{ id: string; sealed: string; publicId: string }[]>`
    select k.id, k.sealed, t.public_id as "publicId"
    from token_access_keys k join tokens t on t.id = k.token_id where k.access_key_id = ${accessKeyId}`;
  return row ? { publicId: row.publicId, secret: openAccessKey(row) } : null;
}

function letters(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}
