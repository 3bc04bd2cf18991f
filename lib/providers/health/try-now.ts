import { sql } from 'drizzle-orm';
import { providerChanges } from '@/drizzle/schema/providers';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { announceChange } from '@/lib/providers/follow';
import { getProvider } from '@/lib/providers/get';
import { forgetFacts } from '@/lib/providers/routing-facts';
import type { ProviderView } from '@/lib/providers/schema';
import { lockProvider } from '@/lib/providers/write';
import { enqueue } from '@/lib/queue/enqueue';
import { refusal } from '@/lib/refusals';

/** Ends the wait of an open breaker: the next message is the probe, or a check where none waits. @throws AppError not_found, conflict */
export async function tryNow(ctx: Context, { id }: { id: string }): Promise<ProviderView> {
  const providerId = await mutation(ctx, 'provider.try_now', async (tx) => {
    const provider = await lockProvider(tx, ctx, id);
    const [opened] = (await tx.execute(sql`
      update provider_health set open_until = now(), probe_until = null
      where provider_id = ${provider.id} and open_until > now() returning opened_at`)) as unknown[];
    if (!opened)
      throw new AppError(
        'conflict',
        `${provider.name} is not waiting for its next try.`,
        refusal('not_waiting', { name: provider.name }),
      );
    const change = { id: newId(), providerId: provider.id, type: 'try_now', actor: ctx.actor.label };
    await tx.insert(providerChanges).values(change);
    await enqueue(tx, 'probe', { providerId: provider.id }, provider.id);
    await announceChange(tx);
    return { result: provider.id, subjectId: provider.id, ownerId: provider.companyId };
  });
  forgetFacts();
  return getProvider(ctx, providerId);
}
