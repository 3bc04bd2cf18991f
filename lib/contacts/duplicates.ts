import { and, asc, eq, ne, or } from 'drizzle-orm';
import { contacts } from '@/drizzle/schema/contacts';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { readContact } from './get';
import { compared } from './prepare';
import type { ContactView } from './schema';
import { viewContact } from './view';

const MOST = 20;

/** Others of the same company who are reached at one of the same addresses: maybe the same person, maybe two children of one parent. @throws AppError not_found */
export async function listDuplicates(ctx: Context, { id }: { id: string }): Promise<{ data: ContactView[] }> {
  const contact = await readContact(ctx, id);
  const { emailCompared, phone, whatsapp, telegram, slack, companyId } = contacts;
  const email = compared(contact.email);
  const same = [
    ...(email ? [eq(emailCompared, email)] : []),
    ...(contact.phone ? [eq(phone, contact.phone), eq(whatsapp, contact.phone)] : []),
    ...(contact.whatsapp ? [eq(phone, contact.whatsapp), eq(whatsapp, contact.whatsapp)] : []),
    ...(contact.telegram ? [eq(telegram, contact.telegram)] : []),
    ...(contact.slack ? [eq(slack, contact.slack)] : []),
  ];
  if (same.length === 0) return { data: [] };
  const rows = await db()
    .select()
    .from(contacts)
    .where(and(or(...same), ne(contacts.id, contact.id), scoped(ctx, companyId, 'shared')))
    .orderBy(asc(contacts.id))
    .limit(MOST);
  return {
    data: await Promise.all(rows.filter((row) => row.companyId === contact.companyId).map(viewContact)),
  };
}
