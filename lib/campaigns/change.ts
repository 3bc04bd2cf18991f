import { randomBytes } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { campaigns } from '@/drizzle/schema/campaigns';
import { mutation } from '@/lib/audit/mutation';
import { checkVersion, explainStale } from '@/lib/audit/version';
import { companyFilter, companyFor } from '@/lib/companies/resolve';
import { mayChange } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { AppError, invalid, notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { toMicros } from '@/lib/money';
import { refusal } from '@/lib/refusals';
import { whoActs } from './approval/who';
import { campaignsOf, readCampaign, viewCampaign } from './rows';
import type { CampaignInput, CampaignPatch, CampaignView } from './schema';
import { type CampaignState, isOpenToChange } from './states';

export async function listCampaigns(
  ctx: Context,
  { company, state }: { company?: string | undefined; state?: CampaignState | undefined },
): Promise<{ data: CampaignView[] }> {
  const rows = await campaignsOf(await companyFilter(ctx, company), state);
  return { data: await Promise.all(rows.map(viewCampaign)) };
}

/** @throws AppError not_found */
export async function getCampaign(ctx: Context, { id }: { id: string }): Promise<CampaignView> {
  return viewCampaign(await readCampaign(ctx, id));
}

/** A draft: nothing is sent before it is started. @throws AppError forbidden, validation_failed */
export async function createCampaign(
  ctx: Context,
  { company, ...input }: CampaignInput,
  resendOf: string | null = null,
): Promise<CampaignView> {
  const companyId = await companyFor(ctx, company);
  checkTest(input);
  const makerId = await whoActs(ctx);
  const row = {
    ...columnsOf(input),
    id: newId(),
    companyId,
    state: 'draft' as const,
    resendOf,
    salt: randomBytes(8).toString('hex'),
    createdBy: ctx.actor.label,
    makerId,
    changerId: makerId,
  } as typeof campaigns.$inferInsert;
  await mutation(ctx, 'campaign.create', async (tx) => {
    await tx.insert(campaigns).values(row);
    return { result: undefined, subjectId: row.id, ownerId: companyId, after: row };
  });
  return getCampaign(ctx, { id: row.id });
}

/** What is not named stays. Only before it has begun: one that waited for its time is a draft again, to be looked at and started anew. @throws AppError not_found, conflict, changed_meanwhile, forbidden, validation_failed */
export async function updateCampaign(
  ctx: Context,
  { id, version, ...patch }: CampaignPatch & { id: string },
): Promise<CampaignView> {
  const { companyId, ...known } = await readCampaign(ctx, id);
  mayChange(ctx, companyId);
  checkTest({ test: known.test, variants: known.variants, ...patch });
  const changerId = await whoActs(ctx);
  const save = () =>
    mutation(ctx, 'campaign.update', async (tx) => {
      const [before] = await tx.select().from(campaigns).where(eq(campaigns.id, id)).for('update');
      if (!before) throw notFound('campaign', id);
      if (!isOpenToChange(before.state)) throw begun();
      checkVersion(version, before.version);
      // What was looked at when it was started, and what somebody agreed to, was something else.
      const again = { state: 'draft', reason: null, beginsAt: null, startedBy: null };
      const set = {
        ...columnsOf(patch),
        ...again,
        approvedBy: null,
        approvedAt: null,
        approval: null,
        changerId,
        updatedAt: new Date(),
      };
      const [after] = await tx
        .update(campaigns)
        .set({ ...(set as object), version: sql`${campaigns.version} + 1` })
        .where(eq(campaigns.id, id))
        .returning();
      return { result: undefined, subjectId: id, ownerId: companyId, before, after };
    });
  await explainStale(save, { ...patch, version }, () => getCampaign(ctx, { id }));
  return getCampaign(ctx, { id });
}

/** Only one that never began, or is over. @throws AppError not_found, conflict, forbidden */
export async function deleteCampaign(ctx: Context, { id }: { id: string }): Promise<void> {
  const { companyId } = await readCampaign(ctx, id);
  mayChange(ctx, companyId);
  await mutation(ctx, 'campaign.delete', async (tx) => {
    const [before] = await tx.select().from(campaigns).where(eq(campaigns.id, id)).for('update');
    if (!before) throw notFound('campaign', id);
    if (!isOpenToChange(before.state) && before.finishedAt === null) throw begun();
    await tx.delete(campaigns).where(eq(campaigns.id, id));
    return { result: undefined, subjectId: id, ownerId: companyId, before };
  });
}

export function begun(): AppError {
  return new AppError('conflict', 'It has begun: what is sent stays as it is.', refusal('campaign_begun'));
}

function checkTest({ test, variants }: Pick<CampaignPatch, 'test' | 'variants'>): void {
  const count = variants?.length ?? 0;
  if (test && count < 2) throw invalid('variants', 'campaign_variants');
  if (!test && count > 1) throw invalid('test', 'required');
}

function columnsOf({ tracking, budget, ...given }: CampaignPatch): object {
  return {
    ...given,
    ...(tracking && { trackOpens: tracking.opens, trackClicks: tracking.clicks }),
    ...(budget !== undefined && {
      budgetMicros: budget === null ? null : toMicros(budget.amount),
      budgetHard: budget?.hard ?? true,
    }),
  };
}
