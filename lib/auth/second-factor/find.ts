import { and, count, eq, isNotNull, isNull } from 'drizzle-orm';
import { recoveryCodes, secondFactors } from '@/drizzle/schema/second-factors';
import { db } from '@/lib/database/db';
import type { SecondFactorView } from './schema';
import { openSeed } from './seed-cell';

export type SecondFactor = { userId: string; seed: string; lastStep: number };

/** Null for who has none, or has not finished setting it up. @throws Error when the seed does not open: its master key is missing */
export async function findSecondFactor(userId: string): Promise<SecondFactor | null> {
  const { sealed, lastStep } = secondFactors;
  const [row] = await db()
    .select({ userId: secondFactors.userId, sealed, lastStep })
    .from(secondFactors)
    .where(and(eq(secondFactors.userId, userId), isNotNull(secondFactors.confirmedAt)));
  return row ? { userId, seed: openSeed(row), lastStep: row.lastStep } : null;
}

export async function viewSecondFactor(userId: string): Promise<SecondFactorView> {
  const [row] = await db()
    .select({ confirmedAt: secondFactors.confirmedAt })
    .from(secondFactors)
    .where(eq(secondFactors.userId, userId));
  const since = row?.confirmedAt?.toISOString() ?? null;
  return { since, codesLeft: since ? await countRecoveryCodes(userId) : 0 };
}

/** Those that were not used yet. */
export async function countRecoveryCodes(userId: string): Promise<number> {
  const [row] = await db()
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));
  return row!.left;
}
