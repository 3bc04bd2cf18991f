import { eq } from 'drizzle-orm';
import { feedItems } from '@/drizzle/schema/feed';
import type { Transaction } from '@/lib/database/db';

/** Of a contact who turned out to be another one. */
export async function moveFeed(tx: Transaction, { from, to }: { from: string; to: string }): Promise<void> {
  await tx.update(feedItems).set({ contactId: to }).where(eq(feedItems.contactId, from));
}
