import { sql } from '@/lib/database/db';
import { sameId } from '@/lib/database/same-id';
import { countPrices } from '@/lib/metrics/count';
import { countTopics } from '@/lib/metrics/topics';

export type LatePrice = { providerMessageId: string; costMicros: number };

/**
 * What a provider says its messages cost, where that is not what was reckoned: it stands with the attempt, and the figures are corrected by
 * the difference. Told again it changes nothing. @returns how many were another
 */
export async function applyPrices(providerId: string, prices: LatePrice[]): Promise<number> {
  const found = prices.length > 0 ? await findOthers(providerId, prices) : [];
  if (found.length === 0) return 0;
  const ids = found.map(({ messageId }) => messageId);
  const named = (column: string) =>
    sql()`${sql()(column)} = any(${ids}::uuid[]) and ${sql()(column)} between ${ids[0]!} and ${ids.at(-1)!}`;
  const [row] = await sql()<{ changed: number }[]>`
    with found as (select * from jsonb_to_recordset(${sql().json(found)}) as f(id text, was bigint, cost bigint)),
    changed as (
      update attempts a set cost_micros = found.cost from found
      where a.id::text = found.id and ${named('a.message_id')} and a.cost_micros = found.was
      returning a.message_id, a.provider_id, a.finished_at, found.cost - found.was as delta
    ),
    priced as (
      select changed.provider_id, changed.finished_at, delta, m.channel, m.company_id, m.type, m.category, m.template_id, m.campaign_id, 0 as recipients, delta as cost_micros
      from changed join messages m on ${sameId('m.id', 'changed.message_id')} and ${named('m.id')}
    ),
    -- Nobody comes to rest by it, and nothing is learned of anybody.
    no_rests as (select company_id, template_id, campaign_id, '' as status, false as partly, false as played, now() as due_at from priced where false),
    no_news as (select now() as accepted_at, company_id, template_id, campaign_id, 0 as firsts from priced where false),
    ${countPrices('priced')},
    ${countTopics({ attempts: 'priced', rested: 'no_rests', learned: 'no_news' })}
    select count(*)::int as changed from changed`;
  return row!.changed;
}

type Other = { id: string; messageId: string; was: number; cost: number };

/** The attempts whose price is another than was told, by message. */
async function findOthers(providerId: string, prices: LatePrice[]): Promise<Other[]> {
  const told = prices.map(({ providerMessageId: id, costMicros: cost }) => ({ id, cost }));
  const rows = await sql()<Other[]>`
    with told as (select * from jsonb_to_recordset(${sql().json(told)}) as t(id text, cost bigint)),
    found as (
      select distinct on (a.id) a.id, a.message_id as "messageId", a.cost_micros::float8 as was, told.cost::float8 as cost from told
      join attempts a on a.outcomes is not null
        and jsonb_path_query_array(a.outcomes, '$[*].providerMessageId') @> jsonb_build_array(told.id)
      where a.provider_id = ${providerId} and a.finished_at is not null
    )
    select * from found where was <> cost`;
  return rows.toSorted((a, b) => (a.messageId < b.messageId ? -1 : 1));
}
