import { eq, sql } from 'drizzle-orm';
import { contacts } from '@/drizzle/schema/contacts';
import type { Transaction } from '@/lib/database/db';
import { type ContactRow, factsOf } from './known';
import { compared, type Facts, identities } from './prepare';

/** Of two rows that are held: what the one does not know of the person it takes from the other, which goes. The key is its own, where it has one. */
export async function absorb(tx: Transaction, kept: ContactRow, other: ContactRow): Promise<ContactRow> {
  const [own, others] = [factsOf(kept), factsOf(other)];
  const known = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null));
  const facts: Facts = { ...others, ...known, fields: { ...others.fields, ...own.fields } };
  await tx.delete(contacts).where(eq(contacts.id, other.id));
  const [after] = await tx
    .update(contacts)
    .set({
      ...facts,
      identity: identities(facts)[0]!,
      emailCompared: compared(facts.email),
      updatedAt: new Date(),
      version: sql`${contacts.version} + 1`,
    })
    .where(eq(contacts.id, kept.id))
    .returning();
  return after!;
}
