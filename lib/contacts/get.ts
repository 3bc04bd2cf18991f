import { and, asc, eq } from 'drizzle-orm';
import { contacts } from '@/drizzle/schema/contacts';
import { nearestFirst, scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db, type Transaction } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import type { ContactRow } from './known';
import { compared } from './prepare';
import type { ContactView } from './schema';
import { viewContact } from './view';

/** By id, or by the key that programs call them by. @throws AppError not_found */
export async function getContact(ctx: Context, { id }: { id: string }): Promise<ContactView> {
  return viewContact(await readContact(ctx, id));
}

/** A company's own one stands before the shared one of the same key. @throws AppError not_found */
export async function readContact(ctx: Context, ref: string): Promise<ContactRow> {
  const [row] = await named(db(), ctx, ref);
  if (!row) throw notFound('contact', ref);
  return row;
}

/** The row, held until the transaction ends. @throws AppError not_found */
export async function holdContact(tx: Transaction, ctx: Context, ref: string): Promise<ContactRow> {
  const [row] = await named(tx, ctx, ref).for('update');
  if (!row) throw notFound('contact', ref);
  return row;
}

/** Those whose address of mail this is, within what whoever asks may see. */
export function contactsOf(ctx: Context, email: string): Promise<ContactRow[]> {
  return db()
    .select()
    .from(contacts)
    .where(and(eq(contacts.emailCompared, compared(email)!), scoped(ctx, contacts.companyId, 'shared')))
    .orderBy(asc(contacts.id))
    .limit(20);
}

function named(from: Pick<Transaction, 'select'>, ctx: Context, ref: string) {
  const isIt = isUuid(ref) ? eq(contacts.id, ref) : eq(contacts.key, ref);
  return from
    .select()
    .from(contacts)
    .where(and(isIt, scoped(ctx, contacts.companyId, 'shared')))
    .orderBy(nearestFirst(ctx, contacts.companyId))
    .limit(1);
}
