import { and, desc, eq, isNull, lt, or } from 'drizzle-orm';
import { providerKeyRotations } from '@/drizzle/schema/providers';
import { db, type Transaction } from '@/lib/database/db';
import type { KeyRotationView } from './rotation-schema';

export type RotationRow = typeof providerKeyRotations.$inferSelect;

/** Longer than a step may take: three requests of forty seconds, and a test of ten. */
const LEASE_MS = 180_000;

/** Somebody else is at it by now: what was found out is not stored. */
export class LostClaim extends Error {
  override name = 'LostClaim';
}

const { id, providerId, finishedAt, claimedUntil } = providerKeyRotations;

/** Undefined: it is over, or another process is at it. */
export async function claimRotation(rotationId: string): Promise<RotationRow | undefined> {
  const now = new Date();
  const isFree = or(isNull(claimedUntil), lt(claimedUntil, now));
  const [row] = await db()
    .update(providerKeyRotations)
    .set({ claimedUntil: new Date(now.getTime() + LEASE_MS) })
    .where(and(eq(id, rotationId), isNull(finishedAt), isFree))
    .returning();
  return row;
}

/** Notes how far it has come, and keeps the claim for the next step. @throws LostClaim */
export async function noteRotation(
  tx: Pick<Transaction, 'update'>,
  row: RotationRow,
  change: Partial<RotationRow>,
): Promise<RotationRow> {
  const claimed = new Date(Math.max(Date.now() + LEASE_MS, row.claimedUntil!.getTime() + 1));
  const [noted] = await tx
    .update(providerKeyRotations)
    .set({ claimedUntil: claimed, ...change })
    .where(and(eq(id, row.id), isNull(finishedAt), eq(claimedUntil, row.claimedUntil!)))
    .returning();
  if (!noted) throw new LostClaim();
  return noted;
}

export async function openRotationOf(tx: Pick<Transaction, 'select'>, of: string) {
  const [row] = await tx
    .select()
    .from(providerKeyRotations)
    .where(and(eq(providerId, of), isNull(finishedAt)));
  return row;
}

export async function lastRotationOf(of: string): Promise<RotationRow | undefined> {
  const [row] = await db()
    .select()
    .from(providerKeyRotations)
    .where(eq(providerId, of))
    .orderBy(desc(id))
    .limit(1);
  return row;
}

export async function openRotations(): Promise<{ id: string }[]> {
  return db().select({ id }).from(providerKeyRotations).where(isNull(finishedAt)).orderBy(id);
}

export function viewRotation(row: RotationRow): KeyRotationView {
  const { step, problem, detail } = row;
  const failed = row.finishedAt !== null && step !== 'done';
  return {
    id: row.id,
    state: failed ? 'failed' : row.finishedAt ? 'done' : 'waiting',
    step,
    problem: problem as KeyRotationView['problem'],
    detail,
    startedAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
