import { and, eq, sql } from 'drizzle-orm';
import { providers } from '@/drizzle/schema/providers';
import { warmUps } from '@/drizzle/schema/warm-ups';
import { mutation } from '@/lib/audit/mutation';
import { forgetWindows } from '@/lib/capacity/usage-windows';
import { forgetWarmUps } from '@/lib/capacity/warm-ups';
import { mayChange } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { AppError, fieldError, invalid, notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { loadProvider } from '@/lib/providers/load';
import { allowanceOn } from '@/lib/routing/warm-up';
import { asciiDomain } from '@/lib/text/ascii-domain';
import { dateOf } from './date-of';
import { viewWarmUp } from './find';
import type { WarmUpInput, WarmUpView } from './schema';

/** From now on the provider gets what the plan allows a day, and before the others. @throws AppError validation_failed, forbidden, name_taken */
export async function startWarmUp(
  ctx: Context,
  { provider: ref, domain, plan }: WarmUpInput,
): Promise<WarmUpView> {
  const provider = await loadProvider(ref, ctx);
  if (!provider) throw invalid('provider', 'no_provider', { provider: ref });
  if (provider.row.channel !== 'email' || provider.adapter.keeps)
    throw invalid('provider', 'no_provider', { provider: ref });
  mayChange(ctx, provider.row.companyId);
  const { id: providerId, name, timeZone, companyId } = provider.row;
  const values = {
    id: newId(),
    providerId,
    domain: domain ? asciiDomain(domain) : null,
    plan,
    allowance: allowanceOn(plan, 0)!,
    today: dateOf(new Date(), timeZone),
  };
  const row = await mutation(ctx, 'warm_up.start', async (tx) => {
    const [made] = await tx.insert(warmUps).values(values).onConflictDoNothing().returning();
    if (!made)
      throw new AppError('name_taken', 'This provider is being warmed up for that domain already.', {
        errors: [fieldError('domain', 'taken')],
      });
    return {
      result: made,
      subjectId: made.id,
      ownerId: companyId,
      after: { provider: name, domain: made.domain, plan },
    };
  });
  forgetWarmUps();
  return viewWarmUp({ ...row, name, timeZone });
}

/** Nothing but its own limits holds the provider any more. @throws AppError not_found, forbidden */
export async function stopWarmUp(ctx: Context, { id }: { id: string }): Promise<void> {
  await mutation(ctx, 'warm_up.stop', async (tx) => {
    const [found] = await tx
      .select({ warmUp: warmUps, companyId: providers.companyId, name: providers.name })
      .from(warmUps)
      .innerJoin(providers, eq(providers.id, warmUps.providerId))
      .where(
        and(
          sql`${warmUps.id}::text = ${id}`,
          ctx.companyId === null
            ? undefined
            : sql`(${providers.companyId} is null or ${providers.companyId} = ${ctx.companyId})`,
        ),
      )
      .for('update', { of: warmUps });
    if (!found) throw notFound('warm-up', id);
    mayChange(ctx, found.companyId);
    const { domain, plan, day } = found.warmUp;
    await tx.delete(warmUps).where(eq(warmUps.id, found.warmUp.id));
    await forgetWindows(tx, found.warmUp.id);
    return {
      result: undefined,
      subjectId: found.warmUp.id,
      ownerId: found.companyId,
      before: { provider: found.name, domain, plan, day },
    };
  });
  forgetWarmUps();
}
