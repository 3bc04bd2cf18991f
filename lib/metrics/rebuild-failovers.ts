import { NO_COMPANY } from '@/drizzle/schema/delivery';
import { saysNothing } from './recount';

/**
 * Statements that tell anew who took over from whom, by the events of it since `bounds.since`: whose attempt came before, who was next,
 * and what it cost more then; not where the attempt before says nothing of its provider. Both sides are read in one snapshot and only their difference is written, since counting goes on meanwhile.
 */
export const FAILOVERS_ANEW = [
  `with told as (
     select date_trunc('hour', e.at, 'utc') as hour, before.provider_id as from_id, e.provider_id as to_id,
       coalesce(e.company_id, '${NO_COMPANY}') as company_id,
       count(*) as failovers, sum((e.detail->>'extraCostMicros')::bigint) as extra_cost_micros
     from bounds, events e
     cross join lateral (
       select provider_id, outcomes from attempts where message_id = e.message_id and id < e.id order by id desc limit 1
     ) before
     where e.type = 'failover' and e.at >= since and not ${saysNothing('before.outcomes')}
     group by 1, 2, 3, 4
   ),
   counted as (select f.* from bounds, failover_hours f where hour >= since)
   insert into failover_hours as f (hour, from_id, to_id, company_id, failovers, extra_cost_micros)
   select hour, from_id, to_id, company_id, coalesce(told.failovers, 0) - coalesce(counted.failovers, 0),
     coalesce(told.extra_cost_micros, 0) - coalesce(counted.extra_cost_micros, 0)
   from told full join counted using (hour, from_id, to_id, company_id)
   where (told.failovers, told.extra_cost_micros) is distinct from (counted.failovers::bigint, counted.extra_cost_micros::numeric)
   order by hour, from_id, to_id, company_id
   on conflict (hour, from_id, to_id, company_id) do update
     set failovers = f.failovers + excluded.failovers, extra_cost_micros = f.extra_cost_micros + excluded.extra_cost_micros`,
  'delete from failover_hours using bounds where hour >= since and failovers = 0 and extra_cost_micros = 0',
];
