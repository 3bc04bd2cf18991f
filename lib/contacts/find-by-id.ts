import { eq } from 'drizzle-orm';
import { contacts } from '@/drizzle/schema/contacts';
import { db } from '@/lib/database/db';
import type { ContactRow } from './known';

/** Whoever a signed link is about, of whichever company; null: not known any more. */
export async function findContactById(id: string): Promise<ContactRow | null> {
  const [row] = await db().select().from(contacts).where(eq(contacts.id, id));
  return row ?? null;
}
