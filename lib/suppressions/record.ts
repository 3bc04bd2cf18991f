import type { PendingQuery, Row } from 'postgres';
import { sql } from '@/lib/database/db';

type Fragment = PendingQuery<Row[]>;

/**
 * The one way to write suppressions: the common table expression `suppressed` of a statement. `from` is a query for rows of id, company_id,
 * channel, address, cause, category, provider_id, message_id, code, reason, at, expires_at, added_by. What is older than the moment at which
 * somebody lifted a suppression does not bring it back, and the same message told twice counts once.
 */
export function recordSuppressions(from: Fragment): Fragment {
  return sql()`
    suppressed as (
      insert into suppressions as s (
        id, company_id, channel, address, cause, category, provider_id, message_id, code, reason, first_at, last_at, times, expires_at, added_by)
      select distinct on (address, channel, company_id, cause, category)
        id, company_id, channel, address, cause, category, provider_id, message_id, code, reason, min(at) over alike, at,
        count(*) over alike, expires_at, added_by
      from (${from}) as told
      window alike as (partition by address, channel, company_id, cause, category)
      -- In order, as everywhere, so that statements which lock the same rows do not wait in a circle.
      order by address, channel, company_id, cause, category, at desc
      on conflict on constraint suppressions_address_key do update set
        times = s.times + case when s.message_id = excluded.message_id then 0 else excluded.times end,
        first_at = least(s.first_at, excluded.first_at),
        last_at = greatest(s.last_at, excluded.last_at),
        provider_id = case when excluded.last_at >= s.last_at then excluded.provider_id else s.provider_id end,
        message_id = case when excluded.last_at >= s.last_at then excluded.message_id else s.message_id end,
        code = case when excluded.last_at >= s.last_at then excluded.code else s.code end,
        reason = case when excluded.last_at >= s.last_at then excluded.reason else s.reason end,
        added_by = case when excluded.last_at >= s.last_at then excluded.added_by else s.added_by end,
        expires_at = case when excluded.last_at >= s.last_at then excluded.expires_at else s.expires_at end,
        lifted_at = case when excluded.last_at > s.lifted_at then null else s.lifted_at end
      returning s.id, s.company_id, s.channel, s.address, s.cause
    )`;
}
