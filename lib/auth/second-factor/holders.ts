import { and, inArray, isNotNull } from 'drizzle-orm';
import { secondFactors } from '@/drizzle/schema/second-factors';
import { db } from '@/lib/database/db';

/** Who of them is asked for a code beside the password. */
export async function secondFactorHolders(userIds: string[]): Promise<Set<string>> {
  const rows = await db()
    .select({ id: secondFactors.userId })
    .from(secondFactors)
    .where(and(inArray(secondFactors.userId, userIds), isNotNull(secondFactors.confirmedAt)));
  return new Set(rows.map(({ id }) => id));
}
