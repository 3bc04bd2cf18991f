import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { holdToken, lockTokens, revokeFamily } from './family';
import { withSecrets } from './rows';
import { forgetToken } from './stored';
import { viewToken } from './view';

/** Ends a token and all that it made at once; the rows stay, so that their history can be told. Revoking twice changes nothing. */
export async function revokeToken(ctx: Context, { id }: { id: string }): Promise<void> {
  const publicIds = await mutation(ctx, 'token.revoke', async (tx) => {
    await lockTokens(tx);
    const [before] = await withSecrets([await holdToken(tx, ctx, id)], tx);
    const family = await revokeFamily(tx, id);
    const after = viewToken({ ...before!, revokedAt: before!.revokedAt ?? new Date() });
    return {
      result: family,
      subjectId: id,
      ownerId: before!.companyId,
      before: viewToken(before!),
      after: { ...after, withDescendants: family.length - 1 },
    };
  });
  for (const publicId of publicIds) forgetToken(publicId);
}
