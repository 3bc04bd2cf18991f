import { commandContext } from '@/lib/context';
import { listMessages } from '@/lib/messages/list';
import { MessageFilter } from '@/lib/messages/schema';
import { MetricsQuery } from '@/lib/metrics/schema';
import { listProviders } from '@/lib/providers/list';
import { findRecipients } from '@/lib/recipients/find';
import { getStory } from '@/lib/recipients/story';
import { getForecast } from '@/lib/statistics/forecast';
import { getStatistics } from '@/lib/statistics/get';
import { getMetrics } from '@/lib/statistics/metrics';
import { getMonthCosts } from '@/lib/statistics/month-costs';

const DAY_MS = 86_400_000;
/** Of whom `history-rows.ts` makes some three messages for each million. */
const SOMEBODY = 'customer77@example.net';

const ctx = commandContext('bench');

/** All that a page asks for, at once, as the browser does. */
export const PAGES: Record<string, () => Promise<unknown>> = {
  home: () =>
    Promise.all([
      getStatistics(ctx),
      listMessages(ctx, MessageFilter.parse({ limit: '5' })),
      listProviders(ctx),
    ]),
  'analytics of a day': () => analytics(1, 'hour'),
  'analytics of a week': () => analytics(7, 'day'),
  'analytics of a month': () => analytics(30, 'day'),
};

export const SEARCHES: Record<string, () => Promise<unknown>> = {
  'search by address': () => findRecipients(ctx, { q: SOMEBODY }),
  'search by a part of an address': () => findRecipients(ctx, { q: 'customer77@' }),
  "a recipient's story": () => getStory(ctx, { address: SOMEBODY, limit: 50 }),
};

function analytics(days: number, interval: string): Promise<unknown> {
  const [to, from] = [Date.now(), Date.now() - days * DAY_MS].map((ms) => new Date(ms).toISOString());
  const ask = (more: object) => getMetrics(ctx, MetricsQuery.parse({ from, to, interval, ...more }));
  return Promise.all([
    ask({ compare: 'previous', by: 'provider' }),
    ask({ by: 'category' }),
    ask({ by: 'company' }),
    getForecast(ctx, {}),
    getMonthCosts(ctx, {}),
  ]);
}
