import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { fromMicros } from '@/lib/money';
import { cachedProviders } from '@/lib/providers/cache';
import { resultOfTest } from './decide';
import { type CampaignRow, readCampaign } from './rows';
import type { CampaignResult } from './schema';

type Hour = CampaignResult['counts'] & { at: Date; costMicros: number };

/**
 * From what is counted anyway, a few rows for each hour, and from the books: as quick for two hundred thousand as for two.
 * @throws AppError not_found
 */
export async function resultOf(ctx: Context, { id }: { id: string }): Promise<CampaignResult> {
  const row = await readCampaign(ctx, id);
  const [hours, before, providers] = await Promise.all([hoursOf(id), beforeOf(row), cachedProviders()]);
  const sum = (name: keyof CampaignResult['counts'] | 'costMicros') =>
    hours.reduce((total, hour) => total + hour[name], 0);
  return {
    counts: {
      sent: sum('sent'),
      delivered: sum('delivered'),
      bounced: sum('bounced'),
      complained: sum('complained'),
      opened: sum('opened'),
      clicked: sum('clicked'),
      machineOpened: sum('machineOpened'),
      machineClicked: sum('machineClicked'),
      unsubscribed: sum('unsubscribed'),
    },
    cost: fromMicros(sum('costMicros')),
    hours: hours.map(({ at, sent, opened, clicked }) => ({ at: at.toISOString(), sent, opened, clicked })),
    providers: Object.entries(row.books?.providers ?? {}).map(([provider, sent]) => ({
      id: provider,
      name: providers.find((one) => one.row.id === provider)?.row.name ?? null,
      sent,
    })),
    links: row.books?.links ?? [],
    variants: row.test
      ? ((row.decision?.results as CampaignResult['variants']) ?? (await resultOfTest(row)).results)
      : [],
    before,
  };
}

function hoursOf(id: string): Promise<Hour[]> {
  return sql()<Hour[]>`
    select date_trunc('hour', quarter) as at, sum(messages_sent + messages_captured)::int as sent, sum(delivered)::int as delivered, sum(bounced)::int as bounced,
      sum(complained)::int as complained, sum(opened)::int as opened, sum(clicked)::int as clicked, sum(machine_opened)::int as "machineOpened",
      sum(machine_clicked)::int as "machineClicked", sum(unsubscribed)::int as unsubscribed, sum(cost_micros)::float8 as "costMicros"
    from topic_counts where kind = 'campaign' and topic_id = ${id} group by 1 order by 1`;
}

const FORMER = 10;

async function beforeOf({ id, companyId }: CampaignRow): Promise<CampaignResult['before']> {
  const [row] = await sql()<{ campaigns: number; sent: number; opened: number; clicked: number }[]>`
    with former as (
      select id from campaigns where id < ${id} and company_id is not distinct from ${companyId} and state = 'finished' order by id desc limit ${FORMER})
    select (select count(*)::int from former) as campaigns, coalesce(sum(messages_sent + messages_captured), 0)::float8 as sent,
      coalesce(sum(opened), 0)::float8 as opened, coalesce(sum(clicked), 0)::float8 as clicked
    from topic_counts where kind = 'campaign' and topic_id in (select id from former)`;
  const { campaigns, sent, opened, clicked } = row!;
  return { campaigns, opened: sent > 0 ? opened / sent : null, clicked: sent > 0 ? clicked / sent : null };
}
