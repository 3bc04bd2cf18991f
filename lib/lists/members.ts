import { sql as drizzleSql } from 'drizzle-orm';
import { mutation } from '@/lib/audit/mutation';
import { mayChange } from '@/lib/companies/scoped';
import { readContact } from '@/lib/contacts/get';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { toCompare } from '@/lib/suppressions/compare';
import { readList } from './rows';
import type { MemberFilter, MemberView } from './schema';

type Row = Omit<MemberView, 'agreedAt' | 'leftAt'> & { agreedAt: Date | null; leftAt: Date | null };

/** Whoever became known last comes first. @throws AppError not_found */
export async function listMembers(
  ctx: Context,
  { id, state, limit, cursor }: MemberFilter & { id: string },
): Promise<{ data: MemberView[]; nextCursor: string | null }> {
  const list = await readList(ctx, id);
  const rows = await sql()<Row[]>`
    select m.contact_id as id, c.name, c.email, m.state, m.source, m.by, m.agreed_at as "agreedAt", m.left_at as "leftAt"
    from list_members m join contacts c on c.id = m.contact_id
    where m.list_id = ${list.id} ${state ? sql()`and m.state = ${state}` : sql()``}
      ${cursor ? sql()`and m.contact_id < ${cursor}` : sql()``}
    order by m.contact_id desc limit ${limit + 1}`;
  const page = rows.slice(0, limit);
  return {
    data: page.map((row) => ({
      ...row,
      agreedAt: row.agreedAt?.toISOString() ?? null,
      leftAt: row.leftAt?.toISOString() ?? null,
    })),
    nextCursor: rows.length > limit ? page.at(-1)!.id : null,
  };
}

/** Takes somebody off a list: by id, key or address. Said again it changes nothing. @throws AppError not_found, forbidden */
export async function unsubscribeFromList(
  ctx: Context,
  { id, contact }: { id: string; contact: string },
): Promise<void> {
  const list = await readList(ctx, id);
  mayChange(ctx, list.companyId);
  const contactId = await memberOf(ctx, list.id, contact);
  await mutation(ctx, 'list.unsubscribe', async (tx) => {
    await tx.execute(drizzleSql`
      update list_members set state = 'unsubscribed', left_at = now()
      where list_id = ${list.id} and contact_id = ${contactId} and state <> 'unsubscribed'`);
    return { result: undefined, subjectId: list.id, ownerId: list.companyId, after: { contactId } };
  });
}

async function memberOf(ctx: Context, listId: string, ref: string): Promise<string> {
  const isAddress = ref.includes('@') && !isUuid(ref);
  const contactId = isAddress ? null : (await readContact(ctx, ref)).id;
  const [row] = await sql()<{ id: string }[]>`
    select m.contact_id as id from list_members m join contacts c on c.id = m.contact_id
    where m.list_id = ${listId} and ${isAddress ? sql()`c.email_compared = ${toCompare('email', ref)}` : sql()`m.contact_id = ${contactId}`}
    limit 1`;
  if (!row) throw notFound('member', ref);
  return row.id;
}
