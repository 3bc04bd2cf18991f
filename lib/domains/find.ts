import { and, eq, or, sql } from 'drizzle-orm';
import { domains } from '@/drizzle/schema/domains';
import { mayChange, scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db, type Transaction } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { asciiDomain } from '@/lib/text/ascii-domain';
import type { DomainRow } from './row';
import type { DomainView } from './schema';
import { viewDomain } from './view';

/** By name. */
export async function listDomains(ctx: Context): Promise<{ data: DomainView[] }> {
  const rows = await db()
    .select()
    .from(domains)
    .where(scoped(ctx, domains.companyId, 'shared'))
    .orderBy(domains.name, domains.id)
    .limit(1000);
  return { data: await Promise.all(rows.map(viewDomain)) };
}

/** By id or name. @throws AppError not_found */
export async function getDomain(ctx: Context, ref: string): Promise<DomainView> {
  return viewDomain(await findRow(ctx, ref));
}

/** @throws AppError not_found */
export async function findRow(
  ctx: Context,
  ref: string,
  from: Pick<Transaction, 'select'> = db(),
): Promise<DomainRow> {
  const [row] = await named(ctx, ref, from);
  if (!row) throw notFound('domain', ref);
  return row;
}

/** For a change: locked, and theirs to change. @throws AppError not_found, forbidden */
export async function lockDomain(tx: Transaction, ctx: Context, ref: string): Promise<DomainRow> {
  const [row] = await named(ctx, ref, tx).for('update');
  if (!row) throw notFound('domain', ref);
  mayChange(ctx, row.companyId);
  return row;
}

/** A name stands for one's own, then for the shared one. */
function named(ctx: Context, ref: string, from: Pick<Transaction, 'select'>) {
  const byName = eq(domains.name, asciiDomain(ref));
  return from
    .select()
    .from(domains)
    .where(
      and(isUuid(ref) ? or(eq(domains.id, ref), byName) : byName, scoped(ctx, domains.companyId, 'shared')),
    )
    .orderBy(
      sql`${domains.id}::text <> ${ref.toLowerCase()}`,
      ...(ctx.companyId === null ? [] : [sql`${domains.companyId} is distinct from ${ctx.companyId}`]),
      sql`${domains.companyId} is not null`,
      domains.id,
    )
    .limit(1);
}
