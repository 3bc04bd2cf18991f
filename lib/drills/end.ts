import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { drills } from '@/drizzle/schema/drills';
import { mutation } from '@/lib/audit/mutation';
import { mayChange } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { forgetDrills } from '@/lib/outages/active-drills';
import { letParkedTry } from '@/lib/providers/write';
import { refusal } from '@/lib/refusals';
import { getDrillRecord } from './list';
import type { DrillView } from './schema';
import { cancelTestMessages } from './test-messages';
import { viewDrill } from './view';

/** Before its time; the test messages that have not left are canceled. @throws AppError not_found, conflict when it is over */
export async function endDrill(ctx: Context, { id }: { id: string }): Promise<DrillView> {
  const { drill, provider } = await getDrillRecord(ctx, id);
  mayChange(ctx, provider.companyId);
  await mutation(ctx, 'drill.end', async (tx) => {
    const [ended] = await tx
      .update(drills)
      .set({ endedAt: sql`now()` })
      .where(and(eq(drills.id, drill.id), isNull(drills.endedAt), gt(drills.endsAt, sql`now()`)))
      .returning();
    if (!ended) throw new AppError('conflict', 'The drill is over.', refusal('drill_over'));
    // Its quota was said to be used up until the time that was planned.
    if (drill.mode === 'quota') await letParkedTry(tx, provider.id);
    return { result: undefined, subjectId: drill.id, ownerId: provider.companyId, after: ended };
  });
  forgetDrills();
  await cancelTestMessages(ctx, drill.id, drill.startedAt);
  return viewDrill(await getDrillRecord(ctx, id));
}
