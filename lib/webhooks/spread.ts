import { sql } from '@/lib/database/db';
import { placeBefore } from '@/lib/events/cursor';
import { selectTail } from '@/lib/events/tail';
import { DELIVERY_COLUMNS, DELIVERY_VALUES, IS_WANTED, WITH_MESSAGE } from './new-deliveries';

const AT_ONCE = 500;

type Reading = { xid: string; eventId: string; since: string };

/**
 * Turns events into deliveries, in their order and from where it was left; the place moves in the same statement, from what it was read
 * as: whoever is second, or is killed on the way, makes none, and none is left out. @returns how many events were read
 */
export async function spreadEvents(): Promise<number> {
  const [reading] = await sql()<Reading[]>`
    select p.xid::text, p.event_id as "eventId", w.since_xid::text as since
    from webhook_place p cross join lateral (select since_xid from webhooks where active order by since_xid limit 1) w`;
  if (!reading) return 0;
  const place = { xid: reading.xid, id: reading.eventId };
  // What was there before the oldest of them is of no interest to any.
  const from = BigInt(reading.since) > BigInt(place.xid) ? placeBefore(reading.since) : place;
  const [done] = await sql()<[{ read: number }]>`
    with tail as materialized (${selectTail(from, AT_ONCE)}),
    last as (select xid, id from tail order by xid::xid8 desc, id desc limit 1),
    moved as (
      update webhook_place p set xid = l.xid::xid8, event_id = l.id from last l
      where p.xid = ${place.xid}::text::xid8 and p.event_id = ${place.id}
      returning 1
    ),
    made as (
      insert into webhook_deliveries (${sql().unsafe(DELIVERY_COLUMNS)})
      select ${sql().unsafe(DELIVERY_VALUES)}
      from moved cross join tail t
      join events e on e.message_id = t."messageId" and e.id = t.id
      join webhooks w on w.active and w.since_xid < e.xid and ${sql().unsafe(IS_WANTED)}
      ${sql().unsafe(WITH_MESSAGE)}
      on conflict do nothing
      returning 1
    )
    select (select count(*) from tail)::int as read, (select count(*) from made)::int as made`;
  return done.read;
}

/** Until nothing is left. */
export async function spreadAll(): Promise<void> {
  while ((await spreadEvents()) === AT_ONCE);
}
