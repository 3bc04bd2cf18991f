import { and, eq, sql as raw, type SQL } from 'drizzle-orm';
import { tokens } from '@/drizzle/schema/tokens';
import { scoped } from '@/lib/companies/scoped';
import { boundTo, type Context } from '@/lib/context';
import type { Transaction } from '@/lib/database/db';
import { AppError, notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { refusal } from '@/lib/refusals';
import { type Bounds, beyond, isEmptied, within } from './bounds';
import { dropSuccessors } from './drop-successors';
import { checkGrantable } from './grantable';
import type { TokenRow } from './rows';

const LOCK = 7_355_611;

/** One change of a family at a time: a token made while its maker is revoked would outlive it. */
export async function lockTokens(tx: Transaction): Promise<void> {
  await tx.execute(raw`select pg_advisory_xact_lock(${LOCK})`);
}

/**
 * What a token may be at most: what the one that makes it is now, whatever it was when the request came.
 * @throws AppError forbidden, unauthorized
 */
export async function withinMaker(tx: Transaction, ctx: Context, wanted: Bounds) {
  const { actor } = ctx;
  checkGrantable(ctx, wanted.scopes);
  if (actor.type !== 'token') return { ...wanted, parentId: null };
  const [maker] = await tx.select().from(tokens).where(eq(tokens.id, actor.id));
  if (!maker || !isAlive(maker))
    throw new AppError('unauthorized', 'The token is missing, wrong, expired or revoked.');
  const missing = beyond(wanted, maker);
  if (missing.length > 0)
    throw new AppError('forbidden', `This token cannot give away: ${missing.join(', ')}.`);
  return { ...within(wanted, maker), parentId: maker.id };
}

export function isAlive({ revokedAt, expiresAt }: Pick<TokenRow, 'revokedAt' | 'expiresAt'>): boolean {
  return !revokedAt && (!expiresAt || expiresAt.getTime() > Date.now());
}

/** Nothing more is done to one that is revoked, and none that is over gets another secret. */
export function hasEnded({ revokedAt }: Pick<TokenRow, 'revokedAt'>): AppError {
  return revokedAt
    ? new AppError('conflict', 'This token has been revoked: make a new one.', refusal('token_revoked'))
    : new AppError('conflict', 'This token has expired: make a new one.', refusal('token_expired'));
}

/** One that is bound to no company sees all of them: who is for some alone is not to know of it. Others see both kinds. */
export function tokensOf(ctx: Context): SQL | undefined {
  return scoped(ctx, tokens.companyId, boundTo(ctx) ? 'own' : 'shared');
}

/** The row, held until the transaction ends. @throws AppError not_found */
export async function holdToken(tx: Transaction, ctx: Context, id: string): Promise<TokenRow> {
  if (!isUuid(id)) throw notFound('token', id);
  const isSeen = and(eq(tokens.id, id), tokensOf(ctx));
  const [row] = await tx.select().from(tokens).where(isSeen).for('update');
  if (!row) throw notFound('token', id);
  return row;
}

/** The token and all that came from it, by their public ids. Those revoked before keep their date; what waits to be picked up of them goes. */
export async function revokeFamily(tx: Transaction, id: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string; public_id: string }>(raw`
    with recursive family as (
      select id from tokens where id = ${id}
      union
      select t.id from tokens t join family on t.parent_id = family.id
    )
    update tokens set revoked_at = coalesce(revoked_at, now())
    where id in (select id from family)
    returning id, public_id`);
  await dropSuccessors(
    tx,
    rows.map((row) => row.id),
  );
  return rows.map((row) => row.public_id);
}

/** Keeps what a token made within what it may now, and what they made; one that is left nothing is revoked. Gives the public ids of those that changed. */
export async function narrowChildren(tx: Transaction, parent: TokenRow): Promise<string[]> {
  const changed: string[] = [];
  for (const child of await tx.select().from(tokens).where(eq(tokens.parentId, parent.id))) {
    const bounds = within(child, parent);
    if (isEmptied(bounds)) {
      changed.push(...(await revokeFamily(tx, child.id)));
      continue;
    }
    const [narrowed] = await tx.update(tokens).set(bounds).where(eq(tokens.id, child.id)).returning();
    changed.push(child.publicId, ...(await narrowChildren(tx, narrowed!)));
  }
  return changed;
}
