import { and, inArray, isNotNull } from 'drizzle-orm';
import { tokenPickups } from '@/drizzle/schema/tokens';
import type { Transaction } from '@/lib/database/db';

/** New secrets of these tokens that wait are erased; a link to one says that it is of no use any more. */
export async function dropSuccessors(tx: Transaction, tokenIds: string[]): Promise<void> {
  if (tokenIds.length === 0) return;
  await tx
    .update(tokenPickups)
    .set({ sealed: null })
    .where(and(inArray(tokenPickups.tokenId, tokenIds), isNotNull(tokenPickups.sealed)));
}
