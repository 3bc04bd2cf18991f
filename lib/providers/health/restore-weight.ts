import { and, eq } from 'drizzle-orm';
import { providerChanges, providerHealth } from '@/drizzle/schema/providers';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import type { Transaction } from '@/lib/database/db';
import { AppError, notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { getProvider } from '@/lib/providers/get';
import type { ProviderView } from '@/lib/providers/schema';
import { lockProvider } from '@/lib/providers/write';
import { refusal } from '@/lib/refusals';

type Input = { id: string; change?: string };

/**
 * Gives back what self-healing took from a weight: all of it, or as much as it had before that change. @throws AppError not_found,
 * conflict when it has that already
 */
export async function restoreWeight(ctx: Context, { id, change }: Input): Promise<ProviderView> {
  const providerId = await mutation(ctx, 'provider.restore_weight', async (tx) => {
    const provider = await lockProvider(tx, ctx, id);
    const ofProvider = eq(providerHealth.providerId, provider.id);
    const [health] = await tx.select().from(providerHealth).where(ofProvider).for('update');
    const from = health!.weightPercent;
    const to = change ? await weightBefore(tx, provider.id, change) : 100;
    if (from === to)
      throw new AppError(
        'conflict',
        `${provider.name} has ${to} % of its weight already.`,
        refusal('weight_same', { name: provider.name, percent: to }),
      );
    const at = new Date();
    await tx.update(providerHealth).set({ weightPercent: to, weightChangedAt: at }).where(ofProvider);
    await tx.insert(providerChanges).values({
      id: newId(),
      providerId: provider.id,
      at,
      type: 'weight',
      detail: { from, to, reason: 'restored' },
      actor: ctx.actor.label,
    });
    return {
      result: provider.id,
      subjectId: provider.id,
      ownerId: provider.companyId,
      before: { weightPercent: from },
      after: { weightPercent: to },
    };
  });
  return getProvider(ctx, providerId);
}

async function weightBefore(tx: Transaction, providerId: string, change: string): Promise<number> {
  const [row] = await tx
    .select({ detail: providerChanges.detail })
    .from(providerChanges)
    .where(
      and(
        eq(providerChanges.id, change),
        eq(providerChanges.providerId, providerId),
        eq(providerChanges.type, 'weight'),
      ),
    );
  if (!row) throw notFound('change of the weight', change);
  return Number(row.detail?.from);
}
