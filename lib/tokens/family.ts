import { eq, sql as raw, type SQL } from 'drizzle-orm';
import { tokens } from '@/drizzle/schema/tokens';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import type { Transaction } from '@/lib/database/db';
import { AppError } from '@/lib/errors';

const LOCK = 7_355_611;

type Wanted = { scopes: string[]; expiresAt: Date | null; companyId: string | null };
type Within = Wanted & { parentId: string | null };

/** One change of a family at a time: a token made while its maker is revoked would outlive it. */
export async function lockTokens(tx: Transaction): Promise<void> {
  await tx.execute(raw`select pg_advisory_xact_lock(${LOCK})`);
}

/**
 * What a new token may be at most: what the one that makes it is now, whatever it was when the request came. Whoever adds a property that
 * bounds a token bounds its children here. @throws AppError forbidden, unauthorized
 */
export async function withinMaker(tx: Transaction, { actor }: Context, wanted: Wanted): Promise<Within> {
  if (actor.type !== 'token') return { ...wanted, parentId: null };
  const [maker] = await tx.select().from(tokens).where(eq(tokens.id, actor.id));
  if (!maker || maker.revokedAt || (maker.expiresAt && maker.expiresAt.getTime() <= Date.now()))
    throw new AppError('unauthorized', 'The token is missing, wrong, expired or revoked.');
  const missing = wanted.scopes.filter((scope) => !maker.scopes.includes(scope));
  if (missing.length > 0)
    throw new AppError('forbidden', `This token cannot give away: ${missing.join(', ')}.`);
  return {
    scopes: wanted.scopes,
    expiresAt: earlier(wanted.expiresAt, maker.expiresAt),
    parentId: maker.id,
    companyId: maker.companyId ?? wanted.companyId,
  };
}

/** One that is bound to no company sees all of them: a company's token is not to know of it. A person sees both kinds. */
export function tokensOf({ actor, companyId }: Context): SQL | undefined {
  return scoped({ companyId }, tokens.companyId, actor.type === 'token' ? 'own' : 'shared');
}

/** The token and all that came from it, by their public ids. Those revoked before keep their date. */
export async function revokeFamily(tx: Transaction, id: string): Promise<string[]> {
  const rows = await tx.execute<{ public_id: string }>(raw`
    with recursive family as (
      select id from tokens where id = ${id}
      union
      select t.id from tokens t join family on t.parent_id = family.id
    )
    update tokens set revoked_at = coalesce(revoked_at, now())
    where id in (select id from family)
    returning public_id`);
  return rows.map((row) => row.public_id);
}

/** Null is never. */
function earlier(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b;
  return a < b ? a : b;
}
