import { sql } from '@/lib/database/db';

export type Spent = { calls: number; failed: number; tokens: number; costMicros: number };

/** By provider, of the month as UTC counts it, with what calls under way may cost at most. */
export async function spentThisMonth(): Promise<Map<string, Spent>> {
  const rows = await sql()<(Spent & { providerId: string })[]>`
    select provider_id as "providerId", count(*)::int as calls,
      count(*) filter (where outcome <> 'ok')::int as failed,
      coalesce(sum(input_tokens + output_tokens), 0)::float8 as tokens,
      coalesce(sum(cost_micros), 0)::float8 as "costMicros"
    from ai_calls where started_at >= date_trunc('month', now() at time zone 'utc') at time zone 'utc'
    group by 1`;
  return new Map(rows.map(({ providerId, ...spent }) => [providerId, spent]));
}
