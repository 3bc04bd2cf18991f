import { and, eq, or, sql } from 'drizzle-orm';
import { bounceMailboxes } from '@/drizzle/schema/bounce-mailboxes';
import { mayChange, scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db, type Transaction } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import type { MailboxView } from './schema';
import { type MailboxRow, viewMailbox } from './view';

/** By name: there are a handful. */
export async function listMailboxes(ctx: Context): Promise<{ data: MailboxView[] }> {
  const rows = await db()
    .select()
    .from(bounceMailboxes)
    .where(scoped(ctx, bounceMailboxes.companyId, 'shared'))
    .orderBy(sql`lower(${bounceMailboxes.name})`);
  return { data: await Promise.all(rows.map(viewMailbox)) };
}

/** By id or name. @throws AppError not_found */
export async function getMailbox(ctx: Context, ref: string): Promise<MailboxView> {
  return viewMailbox(await findRow(ctx, ref));
}

/** @throws AppError not_found */
export async function findRow(
  ctx: Context,
  ref: string,
  from: Pick<Transaction, 'select'> = db(),
): Promise<MailboxRow> {
  const [row] = await named(ctx, ref, from);
  if (!row) throw notFound('bounce mailbox', ref);
  return row;
}

/** For a change: locked, and theirs to change. @throws AppError not_found, forbidden */
export async function lockMailbox(tx: Transaction, ctx: Context, ref: string): Promise<MailboxRow> {
  const [row] = await named(ctx, ref, tx).for('update');
  if (!row) throw notFound('bounce mailbox', ref);
  mayChange(ctx, row.companyId);
  return row;
}

function named(ctx: Context, ref: string, from: Pick<Transaction, 'select'>) {
  const byName = eq(sql`lower(${bounceMailboxes.name})`, ref.toLowerCase());
  return from
    .select()
    .from(bounceMailboxes)
    .where(
      and(
        isUuid(ref) ? or(eq(bounceMailboxes.id, ref), byName) : byName,
        scoped(ctx, bounceMailboxes.companyId, 'shared'),
      ),
    )
    .orderBy(...ownFirst(ctx, ref))
    .limit(1);
}

/** As with providers: a name stands for one's own, then for the shared one. */
function ownFirst({ companyId }: Context, ref: string) {
  return [
    sql`${bounceMailboxes.id}::text <> ${ref.toLowerCase()}`,
    ...(companyId === null ? [] : [sql`${bounceMailboxes.companyId} is distinct from ${companyId}`]),
    sql`${bounceMailboxes.companyId} is not null`,
    bounceMailboxes.id,
  ];
}
