import { sql } from '@/lib/db';
import { newId } from '@/lib/ids';
import { wakeUp } from '@/lib/queue/wake';

const CHUNK = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';
/** What a provider that works again can mend; "not now" of a receiver is not among it. */
const MENDED = ['breaker_open', 'no_room', 'all_failed', 'no_provider'];

/**
 * Parked messages that may go through this provider become due now, oldest first, with a fresh retry schedule. Works in chunks, so a
 * queue of any size never stands in memory. @returns how many
 */
export async function releaseMessages(providerId: string, limit = Number.POSITIVE_INFINITY): Promise<number> {
  let released = 0;
  for (let after = FIRST; released < limit; ) {
    const rows = await releaseNext(providerId, after, Math.min(CHUNK, limit - released));
    if (rows.length === 0) break;
    released += rows.length;
    after = rows.at(-1)!.id;
  }
  return released;
}

function releaseNext(providerId: string, after: string, count: number): Promise<{ id: string }[]> {
  const eventIds = Array.from({ length: count }, newId);
  return sql()<{ id: string }[]>`
    with waiting as (
      select m.id, row_number() over (order by m.id) as n
      from (
        select m.id from messages m join providers p on p.id = ${providerId}
        where m.status = 'parked' and m.id > ${after} and m.reason = any(${MENDED}) and m.channel = p.channel
          and (m.provider_ids is null or p.id = any(m.provider_ids))
          and (m.claimed_until is null or m.claimed_until < now())
        order by m.id
        limit ${count}
        for update of m skip locked
      ) m
    ),
    released as (
      update messages m set status = 'queued', reason = null, due_at = now(), retry_count = 0, finished_at = null
      from waiting w where m.id = w.id
      returning m.id, m.priority, m.due_at
    ),
    noted as (
      insert into events (id, message_id, type, at, provider_id)
      select e.id, w.id, 'released', now(), ${providerId}
      from waiting w join unnest(${eventIds}::uuid[]) with ordinality as e(id, n) on e.n = w.n
    ),
    ${wakeUp('released')}
    select released.id from released cross join woken where woken.jobs >= 0 order by released.id`;
}
