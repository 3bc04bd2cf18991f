import { NO_COMPANY } from '@/drizzle/schema/delivery';
import { scopedSql } from '@/lib/companies/scoped';
import { sql } from '@/lib/database/db';
import { invalid } from '@/lib/errors';
import type { Grouping, MetricsQuery } from '@/lib/metrics/schema';
import type { FigureRow } from './read-figures';
import { responseColumns } from './sums';

export type Topic = { kind: 'template' | 'campaign'; id: string | null };

/** Split of the other figures: they are not known of a topic. */
const OTHERS = ['provider', 'category', 'channel', 'type'] as const;

/** The template or campaign that is asked for, or by which all are split; null: neither. @throws AppError validation_failed beside another filter */
export function topicOf(query: MetricsQuery): Topic | null {
  const { template, campaign, by } = query;
  const kind = template || by === 'template' ? 'template' : campaign || by === 'campaign' ? 'campaign' : null;
  if (kind === null) return null;
  const other = kind === 'template' ? 'campaign' : 'template';
  const wrong = [...OTHERS, other].find((name) => query[name as keyof MetricsQuery]);
  if (wrong) throw invalid(wrong, 'not_beside', { other: kind });
  if (by && by !== kind && by !== 'company') throw invalid('by', 'not_beside', { other: kind });
  return { kind, id: template ?? campaign ?? null };
}

type Wanted = { topic: Topic; by?: Grouping; companyId: string | null; starts: Date[]; from: Date; to: Date };

/** As `readFigures`: without attempts, which are none of a template. Cost: quarters of an hour of the range. */
export async function readTopics({ topic, by, companyId, starts, from, to }: Wanted): Promise<FigureRow[]> {
  const edges = starts.map((at) => at.toISOString());
  const group =
    by === 'company' ? `nullif(company_id, '${NO_COMPANY}')::text` : by ? 'topic_id::text' : 'null::text';
  return sql()<FigureRow[]>`
    select width_bucket(quarter, ${edges}::timestamptz[]) as bucket, '' as "providerId", ${sql().unsafe(group)} as group,
      sum(messages_sent)::float8 as sent, sum(messages_partly)::float8 as partly, sum(messages_captured)::float8 as captured,
      sum(messages_failed)::float8 as failed, sum(messages_parked)::float8 as parked, sum(recipients_sent)::float8 as recipients,
      sum(cost_micros)::float8 as "costMicros", ${responseColumns()}
    from topic_counts
    where kind = ${topic.kind} and quarter >= ${from} and quarter < ${to} and ${scopedSql({ companyId })}
      ${topic.id ? sql()`and topic_id = ${topic.id}` : sql()``}
    group by 1, 2, 3`;
}
