import { OUR_OWN } from '@/lib/routing/provider-fault';
import { waitedSeconds } from './count';
import { countsOf, tookBuckets, waitedBuckets } from './counts';
import { DIMENSIONS, NAMED } from './dimensions';
import { isPlayed } from './played';
import { TOPIC_COLUMNS as TOPICS } from './topics';

/**
 * A query for what was counted since `since`, an expression, told again by the rows that deliveries left behind: `at`, the dimensions
 * and the counts, one row for each attempt and for each time that a message came to rest. A full scan, for the rebuild only.
 * What was slow is judged by the present setting; who took over is told by the next attempt of the same claim.
 *
 * Events stand in the order of the transactions that wrote them: what a provider tells has the time, and so the id, of when it happened there.
 */
export function recount(since: string, slowMs: number): string {
  return `
    select finished_at as at, ${NAMED}, ${TOPICS}, ${OF_ATTEMPT(slowMs)}
    from (
      select a.finished_at, a.provider_id, ${OF('m')}, a.duration_ms, a.cost_micros, a.outcomes,
        a.outcomes @? '$[*] ? (@.outcome == "accepted")' as sent,
        a.outcomes @? '$[*] ? (@.outcome == "captured")' and not a.outcomes @? '$[*] ? (@.outcome == "accepted")' as captured,
        a.outcomes @? '$[*] ? (!(@.fault == "throttled" || @.fault == "cannot_carry" || @.quota == true))' as in_earnest,
        a.outcomes @? '$[*] ? (@.fault == "provider" && !(@.quota == true) || @.outcome == "unknown")' as faulty,
        (select count(*)::int from jsonb_array_elements(a.outcomes) o where o->>'outcome' = 'accepted') as recipients,
        coalesce(lead(a.claim_no) over following = a.claim_no and lead(a.provider_id) over following <> a.provider_id, false) as failed_over
      from attempts a join messages m on m.id = a.message_id
      window following as (partition by a.message_id order by a.id)
    ) attempt
    where finished_at >= ${since} and not ${saysNothing('outcomes')}
    union all
    select at, ${NAMED}, ${TOPICS}, ${OF_MESSAGE}
    from (
      -- At rest now. One that was canceled after some had it is sent, but no delivery has ended there.
      select m.finished_at as at, m.provider_id, ${OF('m')}, ${restedAs('was', 'm.status')} as rested, ${partlySince('m.id')} as partly,
        ${isPlayed('m')} as played, ${waitedSeconds('m')} as waited_s
      from messages m cross join lateral (
        select array_agg(told.detail->>'was') as was from events told
        where m.status in ('bounced', 'failed') and told.message_id = m.id and ${isChange('told')} and ${isSince('told')}) t
      where m.status in ('sent', 'delivered', 'captured', 'failed', 'bounced') and m.reason is distinct from 'canceled'
      union all
      select finished_at, provider_id, ${OF('m')}, 'parked', false, false, null from messages m where status = 'uncertain'
      union all
      -- Parked, now or before; until a limit renews is no rest.
      select e.at, ${providerBefore('e', 'e.id')}, ${OF('m')}, 'parked', false, false, null
      from events e join messages m on m.id = e.message_id
      where e.type = 'parked' and e.detail->>'until' is null
      union all
      -- In doubt, until a person closed it or sent it again, or a provider told what became of it.
      select own.at, ${providerBefore('e', resentFrom('e'))}, ${OF('m')}, 'parked', false, false, null
      from events e join messages m on m.id = e.message_id cross join lateral (${lastOwn('e')}) own
      where e.detail->>'was' = 'uncertain' and (e.type in ('canceled', 'resent') or e.detail ? 'told')
      union all
      -- At rest before somebody sent it again; not what a person had closed.
      select rest_at, ${providerBefore('r', 'r.id')}, ${OF('m')}, ${restedAs('was', "r.detail->>'was'")}, ${partlyBefore('r')}, played, ${waitedSeconds('m', 'rest_at')}
      from events r join messages m on m.id = r.message_id
      cross join lateral (
        select array_agg(e.detail->>'was') filter (where ${isChange('e')}) as was,
          coalesce(max((e.detail->>'rested')::timestamptz), (select own.at from (${lastOwn('r')}) own)) as rest_at,
          not coalesce(bool_or(e.type in ('failed', 'bounced') and e.detail ? 'played' is not true), false) as played,
          coalesce(bool_or(e.type = 'canceled'), false) as closed
        from events e where ${isBefore('e', 'r')}) spell
      where r.type = 'resent' and r.detail->>'was' in ('sent', 'delivered', 'captured', 'failed', 'bounced') and not closed
    ) rest
    where at >= ${since} and not (rested = 'failed' and played)`;
}

/** What a message itself says of the dimensions, of a table or its other name. */
const OF = (table: string) =>
  [...DIMENSIONS.filter((column) => column !== 'provider_id'), TOPICS]
    .flatMap((columns) => columns.split(', '))
    .map((column) => `${table}.${column}`)
    .join(', ');

const OF_ATTEMPT = (slowMs: number) =>
  countsOf({
    attempts_sent: 'sent::int',
    attempts_captured: 'captured::int',
    attempts_failed: '(not sent and not captured and in_earnest)::int',
    attempts_faulty: 'faulty::int',
    attempts_slow: `((sent or captured or in_earnest) and duration_ms > ${slowMs})::int`,
    duration_ms_sum: '(case when sent or captured or in_earnest then duration_ms else 0 end)::bigint',
    cost_micros: 'cost_micros',
    failovers: 'failed_over::int',
    recipients_sent: 'recipients',
    ...tookBuckets('(sent or captured or in_earnest)', 'duration_ms'),
  });
const OF_MESSAGE = countsOf({
  messages_sent: "(rested = 'sent')::int",
  messages_partly: "(rested = 'sent' and partly)::int",
  messages_captured: "(rested = 'captured')::int",
  messages_failed: "(rested = 'failed')::int",
  messages_parked: "(rested = 'parked')::int",
  ...waitedBuckets("(rested = 'sent')", 'waited_s'),
});

/** An attempt with such outcomes was not the provider's doing. */
export function saysNothing(outcomes: string): string {
  const oneOf = OUR_OWN.map((code) => `@.code == "${code}"`).join(' || ');
  return `${outcomes} @? '$[*] ? (${oneOf})'`;
}

/** As what it came to rest, by what it `was` when a provider told something later, and by what it is in the end. */
function restedAs(was: string, end: string): string {
  return `case when ${was} && '{sent,delivered}' or ${end} in ('sent', 'delivered') then 'sent'
    when 'captured' = any(${was}) or ${end} = 'captured' then 'captured' else 'failed' end`;
}

/** What a provider told, and the state was another one from then on. */
const isChange = (event: string) => `(${event}.detail ? 'told' and ${event}.detail ? 'was')`;

/** Nobody has sent it again since. */
function isSince(event: string, until?: string): string {
  return `not exists (
    select from events again where again.message_id = ${event}.message_id and again.type = 'resent' and again.xid > ${event}.xid ${until ? `and again.xid < ${until}.xid` : ''})`;
}

/** Between the event that sent it again before and `resent`, which did so now. */
function isBefore(event: string, resent: string): string {
  return `${event}.message_id = ${resent}.message_id and ${event}.xid < ${resent}.xid and ${isSince(event, resent)}`;
}

/** What the last delivery before an event left behind. */
function lastOwn(event: string): string {
  return `select o.at from events o where ${isBefore('o', event)} and o.detail ? 'told' is not true
      and o.type in ('sent', 'captured', 'bounced', 'failed', 'deferred', 'uncertain', 'parked', 'suppressed')
    order by o.xid desc limit 1`;
}

const partlySince = (messageId: string) =>
  `exists (select from events p where p.message_id = ${messageId} and p.detail ? 'partly' and ${isSince('p')})`;
const partlyBefore = (resent: string) =>
  `exists (select from events p where ${isBefore('p', resent)} and p.detail ? 'partly')`;

/** When it was sent again next: what of attempts came before that belongs to the rest before. */
const resentFrom = (event: string) =>
  `(select min(n.id::text)::uuid from events n where n.message_id = ${event}.message_id and n.type = 'resent' and n.xid >= ${event}.xid)`;

/** Whose attempt was the last with an id below `bound`; null: of all. */
function providerBefore(event: string, bound: string): string {
  return `(
    select provider_id from attempts where message_id = ${event}.message_id and (${bound} is null or id < ${bound}) order by id desc limit 1)`;
}
