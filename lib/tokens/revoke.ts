import { eq } from 'drizzle-orm';
import { tokens } from '@/drizzle/schema/tokens';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { forgetToken } from './verify';
import { viewToken } from './view';

/** Ends a token at once; the row stays, so that its history can be told. Revoking twice changes nothing. */
export async function revokeToken(ctx: Context, { id }: { id: string }): Promise<void> {
  if (!isUuid(id)) throw notFound('token', id);
  const publicId = await mutation(ctx, 'token.revoke', async (tx) => {
    const [before] = await tx.select().from(tokens).where(eq(tokens.id, id)).for('update');
    if (!before) throw notFound('token', id);
    const revokedAt = before.revokedAt ?? new Date();
    await tx.update(tokens).set({ revokedAt }).where(eq(tokens.id, id));
    return {
      result: before.publicId,
      subjectId: id,
      before: viewToken(before),
      after: viewToken({ ...before, revokedAt }),
    };
  });
  forgetToken(publicId);
}
