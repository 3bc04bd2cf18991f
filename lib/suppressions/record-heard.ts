import type { PendingQuery, Row } from 'postgres';
import { sql } from '@/lib/database/db';
import { keepingKinds } from '@/lib/providers/keeps';
import type { SuppressionSettings } from '@/lib/settings/schema';
import { recordSuppressions } from './record';

type Fragment = PendingQuery<Row[]>;

/** Nobody has such an address, and nobody is harmed where it is not sent to: they make a sandbox do things. */
const OF_SANDBOX = '%@sandbox.test';

/**
 * Common table expressions of the statement that writes events: what they say of addresses is written with them or not at all. `from` is a
 * query for rows of suppression_id, bounce_id, company_id, channel, address, heard, provider_id, message_id, code, reason, at, played: of
 * events that were not known before. What a sandbox `played` after it took a message counts for its own addresses, so that it can be tried;
 * of anybody else it says nothing, and what it refused at once says nothing at all.
 */
export function recordHeard(from: Fragment, settings: SuppressionSettings): Fragment {
  const { automatic, softInARow, softDays } = settings;
  const sameAddress = (a: string, b: string) =>
    sql().unsafe(
      `${a}.address = ${b}.address and ${a}.channel = ${b}.channel and ${a}.company_id is not distinct from ${b}.company_id`,
    ) as unknown as Fragment;
  const since = (softs: Fragment, at: Fragment) => sql()`(
    select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each_text(${softs})
    where value::timestamptz > coalesce(${at}, '-infinity') and value::timestamptz > now() - make_interval(days => ${softDays}))`;
  return sql()`
    about as materialized (
      select told.*, row_number() over () as n, heard in ('hard', 'soft') as is_bounce from (${from}) as told
      where case when played then address like ${OF_SANDBOX} else address not like ${OF_SANDBOX}
        and not exists (select from providers p where p.id = told.provider_id and p.kind = any(${keepingKinds()})) end
    ),
    by_address as materialized (
      select address, channel, company_id,
        max(at) filter (where heard = 'delivered') as delivered_at,
        min(at) filter (where is_bounce) as first_at, max(at) filter (where is_bounce) as last_at,
        count(distinct message_id) filter (where is_bounce) as times,
        coalesce(jsonb_object_agg(message_id, at) filter (where heard = 'soft'), '{}') as softs,
        (array_agg(n order by at desc) filter (where is_bounce))[1] as last
      from about group by address, channel, company_id
    ),
    bounced_addresses as (
      insert into bounces as b (
        id, company_id, channel, address, class, code, reason, provider_id, message_id, first_at, last_at, times, softs, delivered_at)
      select about.bounce_id, a.company_id, a.channel, a.address, about.heard, about.code, about.reason, about.provider_id, about.message_id,
        a.first_at, a.last_at, a.times, ${since(sql()`a.softs`, sql()`a.delivered_at`)}, a.delivered_at
      from by_address a join about on about.n = a.last
      -- In order, as everywhere, so that statements which lock the same rows do not wait in a circle.
      order by a.address, a.channel, a.company_id
      on conflict on constraint bounces_address_key do update set
        times = b.times + case when b.message_id = excluded.message_id then 0 else excluded.times end,
        first_at = least(b.first_at, excluded.first_at),
        last_at = greatest(b.last_at, excluded.last_at),
        delivered_at = greatest(b.delivered_at, excluded.delivered_at),
        softs = ${since(sql()`b.softs || excluded.softs`, sql()`greatest(b.delivered_at, excluded.delivered_at)`)},
        class = case when excluded.last_at >= b.last_at then excluded.class else b.class end,
        code = case when excluded.last_at >= b.last_at then excluded.code else b.code end,
        reason = case when excluded.last_at >= b.last_at then excluded.reason else b.reason end,
        provider_id = case when excluded.last_at >= b.last_at then excluded.provider_id else b.provider_id end,
        message_id = case when excluded.last_at >= b.last_at then excluded.message_id else b.message_id end
      returning b.address, b.channel, b.company_id, b.softs
    ),
    arrived as materialized (select * from by_address where last is null and delivered_at is not null),
    reached as (
      update bounces b set delivered_at = greatest(b.delivered_at, a.delivered_at), softs = ${since(sql()`b.softs`, sql()`greatest(b.delivered_at, a.delivered_at)`)}
      from arrived a where ${sameAddress('b', 'a')}
        and b.id in (select o.id from bounces o join arrived on ${sameAddress('o', 'arrived')} order by o.address, o.channel, o.company_id for update of o)
    ),
    lifted as (
      update suppressions s set lifted_at = a.delivered_at
      from arrived a where ${sameAddress('s', 'a')} and s.cause = 'soft_bounces' and s.lifted_at is null and s.last_at < a.delivered_at
    ),
    ${recordSuppressions(sql()`
      select about.suppression_id as id, about.company_id, about.channel, about.address, cause, category, about.provider_id, about.message_id, about.code,
        about.reason, about.at, case when cause = 'soft_bounces' then about.at + make_interval(days => ${softDays}) end as expires_at, null::text as added_by
      from about
      left join bounced_addresses b on about.heard = 'soft' and ${sameAddress('b', 'about')}
        and (select count(*) from jsonb_object_keys(b.softs)) >= ${softInARow}::int
      cross join lateral (select
        case about.heard when 'hard' then 'hard_bounce' when 'complaint' then 'complaint' when 'unsubscribe' then 'unsubscribe'
          when 'soft' then case when b.address is not null then 'soft_bounces' end end as cause,
        case when about.heard in ('complaint', 'unsubscribe') then 'marketing' end as category) as effect
      where cause is not null and (cause = 'unsubscribe' or ${automatic}::boolean)`)}`;
}
