import { and, eq } from 'drizzle-orm';
import { tokens } from '@/drizzle/schema/tokens';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { lockTokens, revokeFamily, tokensOf } from './family';
import { forgetToken } from './verify';
import { viewToken } from './view';

/** Ends a token and all that it made at once; the rows stay, so that their history can be told. Revoking twice changes nothing. */
export async function revokeToken(ctx: Context, { id }: { id: string }): Promise<void> {
  if (!isUuid(id)) throw notFound('token', id);
  const publicIds = await mutation(ctx, 'token.revoke', async (tx) => {
    await lockTokens(tx);
    const [before] = await tx
      .select()
      .from(tokens)
      .where(and(eq(tokens.id, id), tokensOf(ctx)))
      .for('update');
    if (!before) throw notFound('token', id);
    const family = await revokeFamily(tx, id);
    const after = viewToken({ ...before, revokedAt: before.revokedAt ?? new Date() });
    return {
      result: family,
      subjectId: id,
      before: viewToken(before),
      after: { ...after, withDescendants: family.length - 1 },
    };
  });
  for (const publicId of publicIds) forgetToken(publicId);
}
