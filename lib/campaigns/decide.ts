import { sql as drizzleSql, eq } from 'drizzle-orm';
import { campaigns } from '@/drizzle/schema/campaigns';
import { mutation } from '@/lib/audit/mutation';
import { type Context, jobContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { AppError, invalid } from '@/lib/errors';
import { refusal } from '@/lib/refusals';
import { enqueueCampaigns } from './enqueue';
import { readMine } from './halt';
import { type CampaignRow, readCampaign, viewCampaign } from './rows';
import type { CampaignView, Decision, VariantResult } from './schema';
import { judge } from './significance';

/** Its wait is over: the best of them, or the first where no difference can be shown. */
export async function decideByItself(row: CampaignRow): Promise<void> {
  if (!row.test || (row.decideAt && row.decideAt.getTime() > Date.now())) return;
  const found = await resultOfTest(row);
  await choose(jobContext('campaigns'), row, found);
}

/** A person chooses, at any moment while it is tested. @throws AppError not_found, conflict, forbidden, validation_failed */
export async function decideCampaign(
  ctx: Context,
  { id, variant }: { id: string; variant: number },
): Promise<CampaignView> {
  const row = await readMine(ctx, id);
  if (variant >= row.variants.length)
    throw invalid('variant', 'option', { options: row.variants.map((_, at) => at).join(', ') });
  await choose(ctx, row, { ...(await resultOfTest(row)), winner: variant });
  return viewCampaign(await readCampaign({ companyId: null }, id));
}

/** How the variants stand, and whether a difference can be shown: by people, for what programs open says nothing. */
export async function resultOfTest(row: CampaignRow): Promise<Omit<Decision, 'by' | 'at'>> {
  const metric = row.test?.metric ?? 'none';
  const results = await countVariants(row.id, row.variants.length, metric === 'opens' ? 'opened' : 'clicked');
  const judged = metric === 'none' ? { winner: 0, isSignificant: false, pValue: null } : judge(results);
  return { metric, results, ...judged };
}

async function countVariants(id: string, count: number, event: string): Promise<VariantResult[]> {
  const rows = await sql()<{ variant: number; delivered: number; hits: number }[]>`
    select r.variant, count(*) filter (where m.status in ('sent', 'delivered', 'captured'))::int as delivered,
      count(*) filter (where m.status in ('sent', 'delivered', 'captured') and exists (
        select from events e where e.message_id = m.id and (e.type = ${event} or e.type = 'clicked') and not coalesce(e.detail ? 'machine', false)))::int as hits
    from campaign_recipients r join messages m on m.id = r.message_id
    where r.campaign_id = ${id} and r.variant is not null
    group by 1`;
  return Array.from({ length: count }, (_, variant) => {
    const { delivered = 0, hits = 0 } = rows.find((row) => row.variant === variant) ?? {};
    return { variant, delivered, hits, rate: delivered === 0 ? 0 : hits / delivered };
  });
}

/** The rest gets it: which, by whom and by what figures is written down in the same transaction. @throws AppError conflict */
async function choose(ctx: Context, row: CampaignRow, found: Omit<Decision, 'by' | 'at'>): Promise<void> {
  const decision: Decision = { ...found, by: ctx.actor.label, at: new Date().toISOString() };
  await mutation(ctx, 'campaign.decide', async (tx) => {
    const [before] = await tx.select().from(campaigns).where(eq(campaigns.id, row.id)).for('update');
    if (!before || before.decision || !['testing', 'deciding'].includes(before.state))
      throw new AppError('conflict', 'Nothing is to be decided.', refusal('campaign_state'));
    await tx.execute(drizzleSql`
      update campaign_recipients set variant = ${decision.winner} where campaign_id = ${row.id} and state = 'pending' and variant is null`);
    const set = { state: 'sending' as const, decision: decision as never, updatedAt: new Date() };
    await tx
      .update(campaigns)
      .set({ ...set, version: drizzleSql`${campaigns.version} + 1` })
      .where(eq(campaigns.id, row.id));
    return { result: undefined, subjectId: row.id, ownerId: row.companyId, after: decision };
  });
  await enqueueCampaigns([row.id]);
}
