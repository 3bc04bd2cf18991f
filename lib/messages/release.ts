import { sql } from '@/lib/db';
import { newId } from '@/lib/ids';
import { wakeUp } from '@/lib/queue/wake';

const CHUNK = 500;
/** The message to probe with is one of so many. */
const DRAWN_FROM = 100;
const FIRST = '00000000-0000-0000-0000-000000000000';
/**
 * What a provider that works again can mend, by state; "not now" of a receiver is not among it. A message that was tried keeps its
 * next try; one that found nobody to be tried with need not wait for it.
 */
const MENDED = {
  parked: ['breaker_open', 'no_room', 'all_failed', 'no_provider'],
  retrying: ['no_provider'],
};
type State = keyof typeof MENDED;

/**
 * Messages that wait for a provider such as this become due now with a fresh retry schedule, the parked ones first, each oldest first.
 * None while it is paused. Works in chunks, so a queue of any size never stands in memory.
 * @returns how many
 */
export async function releaseMessages(providerId: string): Promise<number> {
  return (await releaseState('parked', providerId)) + (await releaseState('retrying', providerId));
}

/**
 * One parked message, to find out whether the provider works again. Drawn among the oldest: were it always the same, a message that is
 * itself what the provider stumbles over would keep all the others waiting. @returns whether there was one
 */
export async function releaseOne(providerId: string): Promise<boolean> {
  const drawn = sql()`
    select id from (${waitingFor('parked', providerId, FIRST, DRAWN_FROM)}) oldest order by random() limit 1`;
  return (await release(providerId, drawn)).length === 1;
}

async function releaseState(state: State, providerId: string): Promise<number> {
  let released = 0;
  for (let after = FIRST; ; ) {
    const rows = await release(providerId, waitingFor(state, providerId, after, CHUNK));
    if (rows.length === 0) return released;
    released += rows.length;
    after = rows.at(-1)!.id;
  }
}

function waitingFor(state: State, providerId: string, after: string, count: number) {
  return sql()`
    select m.id from messages m join providers p on p.id = ${providerId} and p.active
    where m.status = ${sql().unsafe(`'${state}'`)} and m.id > ${after} and m.reason = any(${MENDED[state]}) and m.channel = p.channel
      and (m.provider_ids is null or p.id = any(m.provider_ids))
      and (m.claimed_until is null or m.claimed_until < now())
    order by m.id
    limit ${count}
    for update of m skip locked`;
}

function release(providerId: string, chosen: ReturnType<typeof waitingFor>): Promise<{ id: string }[]> {
  const eventIds = Array.from({ length: CHUNK }, newId);
  // The state is spelt out, so that the planner sees that the partial index serves.
  return sql()<{ id: string }[]>`
    with waiting as (select id, row_number() over (order by id) as n from (${chosen}) chosen),
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
