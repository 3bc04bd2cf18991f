import type { PendingQuery, Row } from 'postgres';
import { roomOf } from '@/lib/capacity/room';
import { sql } from '@/lib/database/db';
import { isAmong, sameId } from '@/lib/database/same-id';
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
    select * from (${waitingFor('parked', providerId, FIRST, DRAWN_FROM)}) oldest order by random() limit 1`;
  return (await release(drawn)).released === 1;
}

/** The line of a provider that is out of service: the first of it, to be routed anew. @returns how many */
export async function dissolveLine(providerId: string | null): Promise<number> {
  const chosen = sql()`
    select ${asChosen()} from messages m
    where m.provider_id is not distinct from ${providerId} and m.reason in ('paced', 'no_room')
      and (m.claimed_until is null or m.claimed_until < now())
    order by m.priority, m.id limit ${CHUNK}`;
  return (await release(chosen)).released;
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
    select ${asChosen()} from messages m join providers p on p.id = ${providerId} and p.active
    where m.reason in ('paced', 'no_room') and m.provider_id <> p.id and m.due_at > now() + ${LONG_WAIT}::interval
      and ${couldCarry()} and (m.claimed_until is null or m.claimed_until < now())
    order by m.priority, m.id limit ${room}`;
  return (await release(chosen)).released;
}

async function releaseState(state: State, providerId: string): Promise<number> {
  let released = 0;
  for (let after = FIRST; ; ) {
    const chunk = await release(waitingFor(state, providerId, after, CHUNK));
    released += chunk.released;
    if (!chunk.last) return released;
    after = chunk.last;
  }
}

function waitingFor(state: State, providerId: string, after: string, count: number) {
  // The state is spelt out, so that the planner sees that the partial index serves.
  return sql()`
    select ${asChosen()} from messages m join providers p on p.id = ${providerId} and p.active
    where m.status = ${sql().unsafe(`'${state}'`)} and m.id > ${after} and m.reason = any(${MENDED[state]}) and ${couldCarry()}
      and (m.claimed_until is null or m.claimed_until < now())
    order by m.id
    limit ${count}`;
}

/** As routing judges it (`lib/routing/pass-over.ts`), of a message `m` and a provider `p`; who is woken for nothing waits again. */
function couldCarry() {
  return sql()`
    m.channel = p.channel and (m.provider_ids is null or p.id = any(m.provider_ids)) and m.category = any(p.categories)
    and (p.company_id is null or p.company_id = m.company_id)
    and (m.sender is not null or p.from_email is not null)
    -- A domain in other letters is spelt in two ways, and senders of other channels as those have it: routing knows them for the same.
    and (p.sender_domains is null or m.sender is null or m.sender ~ '[^ -~]' or p.channel <> 'email'
      or lower(split_part(m.sender, '@', 2)) = any(p.sender_domains))`;
}

/** What is read of a message `m` that is to be released: it is, if it is found like that. */
export function asChosen() {
  return sql()`m.id, m.status, m.reason, m.claim_no`;
}

type Chosen = { id: string; status: string; reason: string; claim_no: number };

/** @returns how many, and the last of those that were `chosen`; undefined: there was none */
export async function release(chosen: PendingQuery<Row[]>): Promise<{ released: number; last?: string }> {
  const found = (await sql()<Chosen[]>`${chosen}`).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const last = found.at(-1)?.id;
  return { released: last ? await releaseFound(found) : 0, last };
}

/**
 * Those of them that nobody has changed or is changing. That it waits for a provider at rest stays with a message until its next decision: a
 * breaker that opens and closes all the time is no news. That its schedule begins anew is, and that there is somebody to carry it.
 */
async function releaseFound(found: Chosen[]): Promise<number> {
  const ids = found.map(({ id }) => id);
  const named = sql()`m.id = any(${ids}::uuid[]) and m.id between ${ids[0]!} and ${ids.at(-1)!}`;
  const rows = found.map((message) => ({ ...message, event_id: newId() }));
  const [row] = await sql()<{ released: number }[]>`
    with waiting as (
      select m.id, m.company_id, c.reason as was, c.event_id
      from messages m
      join jsonb_to_recordset(${sql().json(rows)}) as c(id uuid, status text, reason text, claim_no integer, event_id uuid)
        on ${sameId('m.id', 'c.id')}
      where ${named} and m.status = c.status and m.reason = c.reason and m.claim_no = c.claim_no
        and (m.claimed_until is null or m.claimed_until < now())
      for update of m skip locked
    ),
    released as (
      update messages m
      set status = 'queued', due_at = now(), retry_count = 0, finished_at = null,
          reason = case when reason = 'company_limit' then reason when reason not in ('all_failed', 'no_provider') then 'breaker_open' end
      where ${isAmong('m.id', 'waiting')} and ${named}
      returning m.id, m.company_id, m.priority, m.due_at
    ),
    ${recordEvents({
      id: sql()`event_id`,
      messageId: sql()`id`,
      companyId: sql()`company_id`,
      type: 'released',
      from: sql()`from waiting where was in ('all_failed', 'no_provider')`,
    })},
    ${wakeUp('released')}
    select (select count(*)::int from released) as released, woken.jobs from woken`;
  return row?.released ?? 0;
}
