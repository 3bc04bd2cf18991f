import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { drills } from '@/drizzle/schema/drills';
import type { ProviderRow } from '@/drizzle/schema/providers';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { forgetDrills } from '@/lib/outages/active-drills';
import { cachedProviders } from '@/lib/providers/cache';
import { keepsMessages } from '@/lib/providers/keeps';
import { lockProvider } from '@/lib/providers/write';
import { refusal } from '@/lib/refusals';
import { endDrill } from './end';
import { getDrillRecord } from './list';
import type { DrillInput, DrillView } from './schema';
import { sendTestMessages } from './test-messages';
import { viewDrill } from './view';

/** As many as a message may name. */
const MOST_NAMED = 20;

/**
 * From now on, for some minutes, one provider is played as in trouble; at a sandbox for all messages, elsewhere only for those marked with
 * the tag `drill`. It ends by itself. @throws AppError not_found, conflict while it is paused or another drill runs there,
 * validation_failed when the test messages cannot be sent
 */
export async function startDrill(ctx: Context, input: z.output<typeof DrillInput>): Promise<DrillView> {
  const id = newId();
  const { messages, to } = input;
  const provider = await mutation(ctx, 'drill.start', async (tx) => {
    const provider = await lockProvider(tx, ctx, input.provider);
    if (!provider.active)
      throw new AppError(
        'conflict',
        `${provider.name} is paused: there is nothing to rehearse.`,
        refusal('drill_paused', { name: provider.name }),
      );
    const [running] = await tx
      .select({ id: drills.id })
      .from(drills)
      .where(and(eq(drills.providerId, provider.id), isNull(drills.endedAt), gt(drills.endsAt, sql`now()`)));
    if (running)
      throw new AppError(
        'conflict',
        `A drill at ${provider.name} is under way already.`,
        refusal('drill_running', { name: provider.name }),
      );
    const [row] = await tx
      .insert(drills)
      .values({
        id,
        providerId: provider.id,
        mode: input.mode,
        endsAt: sql`now() + make_interval(mins => ${input.minutes})`,
        startedBy: ctx.actor.label,
        options: { messages, to },
      })
      .returning();
    return { result: provider, subjectId: id, ownerId: provider.companyId, after: row };
  });
  forgetDrills();
  const providers = await sandboxesFor(provider);
  await sendTestMessages(ctx, { id, messages, to, company: provider.companyId, providers }).catch(
    async (error: unknown) => {
      await endDrill(ctx, { id });
      throw error;
    },
  );
  return viewDrill(await getDrillRecord(ctx, id));
}

/** Where providers exist that send, nothing reaches a sandbox that does not name it: the played one first, then those that take over. */
async function sandboxesFor(played: ProviderRow): Promise<string[] | undefined> {
  if (!keepsMessages(played)) return undefined;
  const others = (await cachedProviders()).filter(
    ({ row: { id, channel, companyId, active }, adapter }) =>
      adapter.keeps &&
      active &&
      id !== played.id &&
      channel === played.channel &&
      (companyId === null || companyId === played.companyId),
  );
  return [played.id, ...others.map(({ row }) => row.id)].slice(0, MOST_NAMED);
}
