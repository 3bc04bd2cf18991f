import { randomBytes } from 'node:crypto';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { erasures } from '@/drizzle/schema/erasures';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { newId } from '@/lib/ids';

export type Erasure = { id: string; form: string; standIn: string };

/** The one that broke off goes on. Noted before anything is deleted, so that what comes late meanwhile is recognised. */
export async function beginErasure(ctx: Context, form: string): Promise<Erasure> {
  const [open] = await db()
    .select({ id: erasures.id, form: erasures.form, standIn: erasures.standIn })
    .from(erasures)
    .where(and(eq(erasures.form, form), isNull(erasures.finishedAt)))
    .orderBy(desc(erasures.id))
    .limit(1);
  if (open) return open;
  // No name that anybody has (RFC 2606), and none that leads back to who it was.
  const made = { id: newId(), form, standIn: `deleted-${randomBytes(6).toString('hex')}@relevo.invalid` };
  return mutation(ctx, 'recipient.erase', async (tx) => {
    await tx.insert(erasures).values({ ...made, startedBy: ctx.actor.label });
    return { result: made, subjectId: made.id, after: { person: form, standIn: made.standIn } };
  });
}

export async function finishErasure(
  ctx: Context,
  { id, form }: Erasure,
  counts: { messages: number; canceled: number },
): Promise<void> {
  await mutation(ctx, 'recipient.erased', async (tx) => {
    await tx
      .update(erasures)
      .set({ ...counts, finishedAt: new Date() })
      .where(eq(erasures.id, id));
    return { result: undefined, subjectId: id, after: { person: form, ...counts } };
  });
}
