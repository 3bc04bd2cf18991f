import { NO_COMPANY, NO_PROVIDER } from '@/drizzle/schema/delivery';
import { scopedSql } from '@/lib/companies/scoped';
import { sql } from '@/lib/database/db';
import { deliveryFigures } from '@/lib/metrics/figures';
import type { Grouping, MetricsQuery } from '@/lib/metrics/schema';
import { responseColumns, type Sums, sumColumns } from './sums';

const DAY_MS = 86_400_000;

/** Sums of one interval, provider and group; what came of messages in rows of its own. `group`: null of none. */
export type FigureRow = Partial<Sums> & { bucket: number; providerId: string; group: string | null };

type Wanted = Pick<MetricsQuery, 'category' | 'channel' | 'type'> & {
  companyId: string | null;
  providerId?: string;
  by?: Grouping | undefined;
  /** The beginnings of the intervals. */
  starts: Date[];
  /** Nothing before it, where that is later than the first beginning. */
  from?: Date;
  to: Date;
  /** Days of UTC serve. */
  wholeDays: boolean;
};

const GROUP_COLUMNS: Record<Exclude<Grouping, 'template' | 'campaign'>, string> = {
  provider: `nullif(provider_id, '${NO_PROVIDER}')::text`,
  company: `nullif(company_id, '${NO_COMPANY}')::text`,
  category: 'category',
  channel: 'channel',
  type: "nullif(type, '')",
};

/** Cost: hours of the range, or days of it where those of UTC serve; never messages. */
export async function readFigures(wanted: Wanted): Promise<FigureRow[]> {
  const { starts, to, wholeDays } = wanted;
  const first = wanted.from ?? starts[0]!;
  // Hours from the day on in which it ends: a day cannot be read in part.
  const hoursFrom = new Date(wholeDays ? Math.min(to.getTime(), Date.now() - DAY_MS) : first.getTime());
  const edges = starts.map((at) => at.toISOString());
  const { by } = wanted;
  const group = sql().unsafe(
    by && by in GROUP_COLUMNS ? GROUP_COLUMNS[by as keyof typeof GROUP_COLUMNS] : 'null::text',
  );
  const [delivered, responded] = await Promise.all([
    sql()<FigureRow[]>`
      select width_bucket(at, ${edges}::timestamptz[]) as bucket, provider_id as "providerId", ${group} as group, ${sumColumns()}
      from ${deliveryFigures({ from: first, hoursFrom })} figures
      where at < ${to} and ${conditions(wanted)}
      group by 1, 2, 3`,
    sql()<FigureRow[]>`
      select width_bucket(quarter, ${edges}::timestamptz[]) as bucket, provider_id as "providerId", ${group} as group, ${responseColumns()}
      from response_counts
      where quarter >= ${first} and quarter < ${to} and ${conditions(wanted)}
      group by 1, 2, 3`,
  ]);
  return [...delivered, ...responded];
}

function conditions({ companyId, providerId, category, channel, type }: Wanted) {
  return sql()`${scopedSql({ companyId })}
    ${providerId ? sql()`and provider_id = ${providerId}` : sql()``}
    ${category ? sql()`and category = ${category}` : sql()``}
    ${channel ? sql()`and channel = ${channel}` : sql()``}
    ${type ? sql()`and type = ${type}` : sql()``}`;
}
