import { getCampaign } from '@/lib/campaigns/change';
import { resultOf } from '@/lib/campaigns/result';
import type { Context } from '@/lib/context';
import { MetricsQuery } from '@/lib/metrics/schema';
import { getStatus } from '@/lib/status/get';
import { getMetrics, getMetricsByProvider } from '../metrics';
import type { FiguresAnswer, Query } from './schema';

/** What was picked, looked up: nothing in it is a model's words. */
export type Picked = {
  query: Query;
  from: string;
  to: string;
  provider: { id: string; name: string } | null;
  category: 'transactional' | 'marketing' | null;
  campaignId: string | null;
};

const MOST_PROVIDERS = 5;

export async function answerFigures(ctx: Context, picked: Picked): Promise<FiguresAnswer> {
  const { query, from, to, provider, category, campaignId } = picked;
  const period = { from, to };
  const asked = MetricsQuery.parse({
    ...period,
    ...(provider && { provider: provider.id }),
    ...(category && { category }),
  });
  if (query === 'messages') {
    const { totals } = await getMetrics(ctx, asked);
    const { sent, delivered, bounced, complained, failed, parked } = totals;
    const counts = { sent, delivered, bounced, complained, failed, parked };
    return { query, ...period, provider, category, counts };
  }
  if (query === 'cost') {
    const { totals, currency } = await getMetrics(ctx, asked);
    return { query, ...period, provider, category, cost: totals.cost, currency, sent: totals.sent };
  }
  if (query === 'providers') {
    const { data, currency } = await getMetricsByProvider(ctx, asked);
    const rows = data
      .map(({ provider: one, totals: { sent, failed, cost } }) => ({
        name: one?.name ?? null,
        sent,
        failed,
        cost,
      }))
      .filter(({ sent, failed }) => sent + failed > 0)
      .toSorted((a, b) => b.sent - a.sent);
    return { query, ...period, data: rows.slice(0, MOST_PROVIDERS), currency };
  }
  if (query === 'waiting') {
    const { waiting, scheduled, retrying, parked } = await getStatus(ctx);
    return { query, waiting, scheduled, retrying, parked };
  }
  if (query === 'campaign' && campaignId !== null) {
    const [{ id, title }, { counts }] = await Promise.all([
      getCampaign(ctx, { id: campaignId }),
      resultOf(ctx, { id: campaignId }),
    ]);
    const { sent, opened, clicked, unsubscribed } = counts;
    return { query, id, title, counts: { sent, opened, clicked, unsubscribed } };
  }
  return { query: 'none' };
}
