import { OUR_OWN } from '@/lib/routing/provider-fault';
import { waitedSeconds } from './count';
import { countsOf, tookBuckets, waitedBuckets } from './counts';
import { DIMENSIONS, NAMED } from './dimensions';

/**
 * A query for what was counted since `since`, an expression, told again by the rows that deliveries left behind: `at`, the dimensions
 * and the counts, one row for each attempt and for each time that a message came to rest. A full scan, for the rebuild only.
 * What was slow is judged by the present setting; who took over is told by the next attempt of the same claim.
 */
export function recount(since: string, slowMs: number): string {
  return `
    select finished_at as at, ${NAMED}, ${OF_ATTEMPT(slowMs)}
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
    select at, ${NAMED}, ${OF_MESSAGE}
    from (
      -- At rest now. A message that was canceled after some had it is sent, but no delivery has ended there; what bounced after it was sent was sent.
      select finished_at as at, provider_id, ${OF('messages')}, (status in ('sent', 'delivered') or was_sent)::int as sent, (${restedPartly('messages.id', null)})::int as partly,
        (status = 'captured' or was_captured)::int as captured, (status in ('failed', 'bounced') and not was_sent and not was_captured)::int as failed, (status = 'uncertain')::int as parked,
        ${waitedSeconds('messages')} as waited_s
      from messages
      -- Its last word came after it was at rest: what was sent, or kept by a sandbox, was so.
      cross join lateral (
        select coalesce(bool_or(was in ('sent', 'delivered')), false) as was_sent, coalesce(bool_or(was = 'captured'), false) as was_captured
        from (
          select told.detail->>'was' as was from events told
          where status in ('bounced', 'failed') and told.message_id = messages.id and told.detail ? 'told'
            and not exists (select from events r where r.message_id = messages.id and r.type = 'resent' and r.xid > told.xid)) word) told
      where status in ('sent', 'delivered', 'captured', 'failed', 'bounced', 'uncertain') and reason is distinct from 'canceled'
      union all
      -- Parked, now or before; until a limit renews is no rest.
      select e.at, ${providerBefore('e')}, ${OF('m')}, 0, 0, 0, 0, 1, 0
      from events e join messages m on m.id = e.message_id
      where e.type = 'parked' and e.detail->>'until' is null
      union all
      -- At rest before somebody sent it again or closed one in doubt. With a last word on single recipients only an uncertain one could be, but for refusals.
      select last.at, ${providerBefore('r')}, ${OF('m')}, (last.was_sent and not closed)::int, (last.was_sent and not closed and ${restedPartly('r.message_id', 'r')})::int, (was_captured and not closed)::int,
        (last.refused and not last.was_sent and not was_captured and not closed)::int,
        (not last.refused and not last.was_sent and not was_captured or closed)::int,
        ${waitedSeconds('m', 'last.at')}
      from events r
      join messages m on m.id = r.message_id
      cross join lateral (
        select at, type, detail,
          type in ('failed', 'bounced') and not bool_or(type = 'uncertain') over (partition by at) as refused,
          coalesce(detail->>'was', r.detail->>'was', '') in ('sent', 'delivered') as was_sent
        from events
        where message_id = r.message_id and id < r.id and type not in ('failover', 'duplicate', 'followed')
          -- What a provider told afterwards counts where it changed the state.
          and (detail ? 'told' and not detail ? 'was') is not true
        order by id desc limit 1
      ) last,
      lateral (select coalesce((r.type = 'canceled' or r.detail ? 'told') and r.detail->>'was' = 'uncertain', false) as closed) c,
      lateral (select r.type = 'resent' and 'captured' in (coalesce(r.detail->>'was', ''), coalesce(last.detail->>'was', '')) as was_captured) k
      where closed
        or r.type = 'resent' and last.type in ('failed', 'bounced', 'uncertain', 'sent', 'captured', 'deferred') and last.detail->>'retryAt' is null
    ) rest
    where at >= ${since} and sent + captured + failed + parked > 0`;
}

/** What a message itself says of the dimensions, of a table or its other name. */
const OF = (table: string) =>
  DIMENSIONS.filter((column) => column !== 'provider_id')
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
  messages_sent: 'sent',
  messages_partly: 'partly',
  messages_captured: 'captured',
  messages_failed: 'failed',
  messages_parked: 'parked',
  ...waitedBuckets('sent = 1', 'waited_s'),
});

/** An attempt with such outcomes was not the provider's doing. */
export function saysNothing(outcomes: string): string {
  const oneOf = OUR_OWN.map((code) => `@.code == "${code}"`).join(' || ');
  return `${outcomes} @? '$[*] ? (${oneOf})'`;
}

/** Whether it came to rest so since it was last sent again: now, or `before` an event that sent it again. */
function restedPartly(messageId: string, before: string | null): string {
  return `exists (
    select from events p where p.message_id = ${messageId} and p.detail ? 'partly' ${before ? `and p.id < ${before}.id` : ''} and not exists (
      select from events again where again.message_id = p.message_id and again.type = 'resent' and again.id > p.id ${before ? `and again.id < ${before}.id` : ''}))`;
}

function providerBefore(event: string): string {
  return `(
    select provider_id from attempts where message_id = ${event}.message_id and id < ${event}.id order by id desc limit 1)`;
}
