import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { contacts } from '@/drizzle/schema/contacts';
import { db } from '@/lib/database/db';
import { isUuid } from '@/lib/ids';
import type { ContactRow } from './known';

/** Contacts by what names them, an id or a key: a company's own stand before those that all know. */
export async function findContacts(
  companyId: string | null,
  refs: string[],
): Promise<Map<string, ContactRow>> {
  if (refs.length === 0) return new Map();
  const { id, key, companyId: column } = contacts;
  const isTheirs = companyId === null ? isNull(column) : or(isNull(column), eq(column, companyId));
  const rows = await db()
    .select()
    .from(contacts)
    .where(and(or(inArray(key, refs), inArray(id, refs.filter(isUuid))), isTheirs));
  const sharedFirst = rows.toSorted((a, b) => Number(a.companyId !== null) - Number(b.companyId !== null));
  return new Map(
    sharedFirst.flatMap((row) => [
      [row.id, row] as const,
      ...(row.key !== null && !isUuid(row.key) ? [[row.key, row] as const] : []),
    ]),
  );
}
