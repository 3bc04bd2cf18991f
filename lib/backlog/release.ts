import { roomOf } from '@/lib/capacity/room';
import { sql } from '@/lib/database/db';
import { recordEvents } from '@/lib/events/record';
import { newId } from '@/lib/ids';
import { cachedProviders } from '@/lib/providers/cache';
import { routingFacts } from '@/lib/providers/routing-facts';
import { wakeUp } from '@/lib/queue/wake';

export const CHUNK = 500;
/** The message to probe with is one of so many. */
const DRAWN_FROM = 100;
/** Who waits no longer than this in a line stays in it. */
const LONG_WAIT = '1 minute';
const FIRST = '00000000-0000-0000-0000-000000000000';
/**
 * What a provider that works again can mend, by state; "not now" of a receiver is not among it. A message that was tried keeps its
 * next try; one that found nobody to be tried with need not wait for it.
 */
const MENDED = {
  parked: ['breaker_open', 'all_failed', 'no_provider'],
  retrying: ['no_provider'],
};
type State = keyof typeof MENDED;

/**
 * Messages that this provider could carry and that wait for such a one become due now with a fresh retry schedule, the parked ones first,
 * each oldest first; then those in the lines of others, as many as it has room for. None while it is paused. Works in chunks, so a queue
 * of any size never stands in memory. @returns how many
 */
export async function releaseMessages(providerId: string): Promise<number> {
  const parked = await releaseState('parked', providerId);
  const retrying = await releaseState('retrying', providerId);
  return parked + retrying + (await invite(providerId));
}

/**
 * One parked message, to find out whether the provider works again. Drawn among the oldest: were it always the same, a message that is
 * itself what the provider stumbles over would keep all the others waiting. @returns whether there was one
 */
export async function releaseOne(providerId: string): Promise<boolean> {
  const drawn = sql()`
    select id, was from (${waitingFor('parked', providerId, FIRST, DRAWN_FROM)}) oldest order by random() limit 1`;
  return (await release(drawn)).length === 1;
}

/** The line of a provider that is out of service: the first of it, to be routed anew. @returns how many */
export async function dissolveLine(providerId: string | null): Promise<number> {
  const chosen = sql()`
    select m.id, m.reason as was from messages m
    where m.provider_id is not distinct from ${providerId} and m.reason in ('paced', 'no_room')
      and (m.claimed_until is null or m.claimed_until < now())
    order by m.priority, m.id limit ${CHUNK} for update skip locked`;
  return (await release(chosen)).length;
}

/** Out of the lines of other providers, in which they would wait for longer. */
async function invite(providerId: string): Promise<number> {
  const state = (await routingFacts()).find(({ id }) => id === providerId);
  const provider = (await cachedProviders()).find(({ row }) => row.id === providerId);
  if (
    !provider ||
    !state?.active ||
    state.breaker === 'open' ||
    state.fullFor.others ||
    state.line ||
    state.slow.anew
  )
    return 0;
  const room = Math.min(await roomOf(provider.row), CHUNK);
  if (room <= 0) return 0;
  const chosen = sql()`
    select m.id, m.reason as was from messages m join providers p on p.id = ${providerId} and p.active
    where m.reason in ('paced', 'no_room') and m.provider_id <> p.id and m.due_at > now() + ${LONG_WAIT}::interval
      and ${couldCarry()} and (m.claimed_until is null or m.claimed_until < now())
    order by m.priority, m.id limit ${room} for update of m skip locked`;
  return (await release(chosen)).length;
}

async function releaseState(state: State, providerId: string): Promise<number> {
  let released = 0;
  for (let after = FIRST; ; ) {
    const rows = await release(waitingFor(state, providerId, after, CHUNK));
    if (rows.length === 0) return released;
    released += rows.length;
    after = rows.at(-1)!.id;
  }
}

function waitingFor(state: State, providerId: string, after: string, count: number) {
  // The state is spelt out, so that the planner sees that the partial index serves.
  return sql()`
    select m.id, m.reason as was from messages m join providers p on p.id = ${providerId} and p.active
    where m.status = ${sql().unsafe(`'${state}'`)} and m.id > ${after} and m.reason = any(${MENDED[state]}) and ${couldCarry()}
      and (m.claimed_until is null or m.claimed_until < now())
    order by m.id
    limit ${count}
    for update of m skip locked`;
}

/** As routing judges it (`lib/routing/pass-over.ts`), of a message `m` and a provider `p`; who is woken for nothing waits again. */
function couldCarry() {
  return sql()`
    m.channel = p.channel and (m.provider_ids is null or p.id = any(m.provider_ids)) and m.category = any(p.categories)
    and (p.company_id is null or p.company_id = m.company_id)
    and (m.sender is not null or p.from_email is not null)
    -- A domain in other letters is spelt in two ways: routing knows them for the same.
    and (p.sender_domains is null or m.sender is null or m.sender ~ '[^ -~]'
      or lower(split_part(m.sender, '@', 2)) = any(p.sender_domains))`;
}

/**
 * That it waits for a provider at rest stays with it until its next decision: a breaker that opens and closes all the time is no news.
 * That its schedule begins anew is, and that there is somebody to carry it.
 */
export function release(chosen: ReturnType<typeof waitingFor>): Promise<{ id: string }[]> {
  const eventIds = Array.from({ length: CHUNK }, newId);
  return sql()<{ id: string }[]>`
    with waiting as (select id, was, row_number() over (order by id) as n from (${chosen}) chosen),
    released as (
      update messages m
      set status = 'queued', due_at = now(), retry_count = 0, finished_at = null,
          reason = case when w.was = 'company_limit' then w.was when w.was not in ('all_failed', 'no_provider') then 'breaker_open' end
      from waiting w where m.id = w.id
      returning m.id, m.company_id, m.priority, m.due_at
    ),
    ${recordEvents({
      id: sql()`e.id`,
      messageId: sql()`w.id`,
      companyId: sql()`released.company_id`,
      type: 'released',
      from: sql()`from waiting w join released on released.id = w.id join unnest(${eventIds}::uuid[]) with ordinality as e(id, n) on e.n = w.n
        where w.was in ('all_failed', 'no_provider')`,
    })},
    ${wakeUp('released')}
    select released.id from released cross join woken where woken.jobs >= 0 order by released.id`;
}
