import { sql } from '@/lib/database/db';

const AT_ONCE = 1_000;

/**
 * What stopped nothing any more before so many days, and bounces of messages that are forgotten, some at a time. Until then they stay: what
 * is told late of a message that is there must not bring back what a person lifted, nor what a service holds on its list.
 */
export async function forgetOldSuppressions(days: number): Promise<void> {
  const before = sql()`now() - make_interval(days => ${days})`;
  for (let count = AT_ONCE; count === AT_ONCE; )
    ({ count } = await sql()`
      delete from suppressions where id in (
        select id from suppressions s where (lifted_at < ${before} or expires_at < ${before})
          and not exists (select from held_addresses h where h.address = s.address and h.cause = s.cause)
        limit ${AT_ONCE})`);
  for (let count = AT_ONCE; count === AT_ONCE; )
    ({ count } = await sql()`
      delete from bounces where id in (select id from bounces where last_at < ${before} limit ${AT_ONCE})`);
}
