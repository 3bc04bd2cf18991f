import { eq } from 'drizzle-orm';
import { subjects } from '@/drizzle/schema/subjects';
import type { Transaction } from '@/lib/database/db';

/** Of a contact who turned out to be another one. */
export async function moveSubjects(
  tx: Transaction,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await tx.update(subjects).set({ contactId: to }).where(eq(subjects.contactId, from));
}
