import { sql } from '@/lib/database/db';

const AT_ONCE = 1_000;

/** Deliveries of providers from before so many days, some at a time: what they told stays with its messages. */
export async function forgetOldInbound(days: number): Promise<void> {
  for (let count = AT_ONCE; count === AT_ONCE; )
    ({ count } = await sql()`
      delete from inbound_events where id in (
        select id from inbound_events where received_at < now() - make_interval(days => ${days}) order by id limit ${AT_ONCE})`);
}
