import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { contacts } from '@/drizzle/schema/contacts';
import { companyFilter } from '@/lib/companies/resolve';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { compared } from './prepare';
import type { ContactFilter, ContactView } from './schema';
import { viewContact } from './view';

/** The newest first. A company sees its own, and those known to all. */
export async function listContacts(
  ctx: Context,
  { q, email, company, limit, cursor }: ContactFilter,
): Promise<{ data: ContactView[]; nextCursor: string | null }> {
  const companyId = await companyFilter(ctx, company);
  const { name, key, phone, whatsapp, telegram, slack } = contacts;
  const places = sql.join([name, key, contacts.email, phone, whatsapp, telegram, slack], sql`, `);
  const rows = await db()
    .select()
    .from(contacts)
    .where(
      and(
        scoped({ companyId }, contacts.companyId, 'shared'),
        q ? sql`position(${q.trim().toLowerCase()} in lower(concat_ws(' ', ${places}))) > 0` : undefined,
        email ? eq(contacts.emailCompared, compared(email)!) : undefined,
        cursor ? lt(contacts.id, cursor) : undefined,
      ),
    )
    .orderBy(desc(contacts.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  return {
    data: await Promise.all(page.map(viewContact)),
    nextCursor: rows.length > limit ? page.at(-1)!.id : null,
  };
}
