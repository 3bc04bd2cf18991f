import { and, eq, gt } from 'drizzle-orm';
import { tokenSecrets, tokens } from '@/drizzle/schema/tokens';
import { mutation } from '@/lib/audit/mutation';
import { keyOf } from '@/lib/companies/resolve';
import type { Context } from '@/lib/context';
import type { Transaction } from '@/lib/database/db';
import { dropSuccessors } from './drop-successors';
import { hasEnded, holdToken, lockTokens, narrowChildren, withinMaker } from './family';
import { maskTokens } from './mask';
import { idsOfProviders } from './name-providers';
import { inUse, type TokenRow, withSecrets } from './rows';
import { MAX_GRACE_HOURS, type TokenPatch, type TokenView } from './schema';
import { forgetToken } from './stored';
import { upkeepOf } from './upkeep';
import { viewToken } from './view';

const MAX_GRACE_MS = MAX_GRACE_HOURS * 3_600_000;

/**
 * Changes what a token may do; what it made stays within that. A token widens nothing beyond itself.
 * @throws AppError not_found, forbidden, conflict for one that is revoked
 */
export async function updateToken(
  ctx: Context,
  { id, ...patch }: TokenPatch & { id: string },
): Promise<TokenView> {
  const { stored, changed } = await mutation(ctx, 'token.update', async (tx) => {
    await lockTokens(tx);
    const row = await holdToken(tx, ctx, id);
    if (row.revokedAt) throw hasEnded(row);
    const [before] = await withSecrets([row], tx);
    const wanted = await applied(tx, row, patch);
    const { parentId: _, ...bounds } = await withinMaker(tx, ctx, wanted);
    const { name, note } = wanted;
    const upkeep = await upkeepOf(tx, patch, {
      since: inUse(before!)?.createdAt ?? new Date(),
      companyId: before!.companyId,
    });
    if (patch.rotation === null) await dropSuccessors(tx, [id]);
    const [saved] = await tx
      .update(tokens)
      .set({ ...bounds, ...upkeep, name, note })
      .where(eq(tokens.id, id))
      .returning();
    if (patch.previousValidUntil) await moveGrace(tx, saved!, new Date(patch.previousValidUntil));
    const children = await narrowChildren(tx, saved!);
    const [stored] = await withSecrets([saved!], tx);
    return {
      result: { stored: stored!, changed: [saved!.publicId, ...children] },
      subjectId: id,
      ownerId: before!.companyId,
      before: viewToken(before!),
      after: viewToken(stored!),
    };
  });
  for (const publicId of changed) forgetToken(publicId);
  return viewToken(stored, await keyOf(stored.companyId));
}

/** What is not named stays; null takes it away. */
async function applied(tx: Transaction, row: TokenRow, patch: TokenPatch): Promise<TokenRow> {
  const { name, note, scopes, allowedIps, fromDomains, providers, limits, expiresAt } = patch;
  return {
    ...row,
    ...(name !== undefined && { name: maskTokens(name) }),
    ...(note !== undefined && { note: note && maskTokens(note) }),
    ...(scopes && { scopes }),
    ...(allowedIps !== undefined && { allowedIps }),
    ...(fromDomains !== undefined && { fromDomains }),
    ...(providers !== undefined && {
      providerIds: providers && (await idsOfProviders(tx, providers, row.companyId)),
    }),
    ...(limits !== undefined && { limitMinute: limits?.minute ?? null, limitDay: limits?.day ?? null }),
    ...(expiresAt !== undefined && { expiresAt: expiresAt === null ? null : new Date(expiresAt) }),
  };
}

/** Of the secrets from before a rotation that still work: no longer than a rotation itself may give, and than the token. */
async function moveGrace(tx: Transaction, { id, expiresAt }: TokenRow, wanted: Date): Promise<void> {
  const most = Math.min(
    wanted.getTime(),
    Date.now() + MAX_GRACE_MS,
    expiresAt?.getTime() ?? Number.POSITIVE_INFINITY,
  );
  const validUntil = new Date(most);
  const isInGrace = and(eq(tokenSecrets.tokenId, id), gt(tokenSecrets.validUntil, new Date()));
  await tx.update(tokenSecrets).set({ validUntil }).where(isInGrace);
}
