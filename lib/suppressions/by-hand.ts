import { sql } from 'drizzle-orm';
import { suppressions } from '@/drizzle/schema/suppressions';
import type { Transaction } from '@/lib/database/db';

export type Row = typeof suppressions.$inferInsert;

/** Of one statement: each has some fourteen parameters, and 65,535 are the limit. */
const CHUNK = 2_000;

/** Writes what a person or a program names, each key once; also brings back what was lifted. */
export async function putByHand(tx: Transaction, rows: Row[]): Promise<void> {
  // In order, as everywhere, so that statements which lock the same rows do not wait in a circle.
  const inOrder = rows.toSorted((a, b) => (a.address < b.address ? -1 : 1));
  for (let at = 0; at < inOrder.length; at += CHUNK)
    await tx
      .insert(suppressions)
      .values(inOrder.slice(at, at + CHUNK))
      .onConflictDoUpdate({
        target: [
          suppressions.address,
          suppressions.channel,
          suppressions.companyId,
          suppressions.cause,
          suppressions.category,
        ],
        set: {
          reason: sql`coalesce(excluded.reason, suppressions.reason)`,
          lastAt: sql`excluded.last_at`,
          expiresAt: sql`excluded.expires_at`,
          addedBy: sql`excluded.added_by`,
          liftedAt: null,
        },
      });
}
