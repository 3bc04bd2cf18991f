import type { PendingQuery, Row } from 'postgres';
import { sql } from '@/lib/database/db';
import {
  ANYBODY_OPEN,
  ANYTHING_FINAL,
  mergeRecipients,
  reasonAtRest,
  statusAtRest,
} from '@/lib/messages/recipient-states';
import { waitedSeconds } from '@/lib/metrics/count';
import { isPartly } from '@/lib/metrics/partly';
import { isPlayed } from '@/lib/metrics/played';
import { bitOf, firstsOf, withBits } from '@/lib/metrics/responses';

type Fragment = PendingQuery<Row[]>;

const RETURNED = `m.id, m.priority, m.channel, m.company_id, m.type, m.category, m.template_id, m.campaign_id, m.provider_id, m.due_at, m.status, m.claimed_by is not null as claimed,
  m.reason in ('paced', 'no_room') as in_line, ${isPartly('m')} as partly, ${isPlayed('m')} as played, m.accepted_at, ${waitedSeconds('m')} as waited_s,
  ${firstsOf('m.seen', `i.bounced * ${bitOf('bounced')}`)} as firsts`;
const SEEN = withBits('m.seen', `i.bounced * ${bitOf('bounced')}`);

/**
 * The common table expression `moved` of the statement that settles: what was decided becomes the state of those whose claim is still held.
 * `ours` is the condition for that, on `m` and the `input` row `i`. Where something final is known of a recipient already, nothing moves:
 * a provider may have told it since the claim, so that is for `moveAndMerge`.
 */
export function moveAsDecided(ours: Fragment) {
  return sql()`
    moved as (
      update messages m
      set status = case when i.status = 'sending' then m.status else i.status end, reason = i.reason, retry_count = i.retry_count, recipients = i.recipients,
          seen = ${sql().unsafe(SEEN)},
          provider_id = coalesce(i.provider_id, m.provider_id),
          due_at = case
            when i.status = 'sending' then m.due_at
            when i.retry_ms is not null then now() + make_interval(secs => i.retry_ms / 1000.0)
          end,
          claimed_by = case when i.status = 'sending' then m.claimed_by end,
          claimed_until = case when i.status = 'sending' then m.claimed_until end,
          finished_at = case when i.status <> 'sending' and i.retry_ms is null then now() end
      from input i
      where ${ours} and not m.recipients @? ${sql().unsafe(ANYTHING_FINAL)}
      returning ${sql().unsafe(RETURNED)}, false as ended, null::jsonb as recipients
    )`;
}

/**
 * The same with what was decided merged into the list as it stands; where the list changes meanwhile once more, nothing moves. Where nobody
 * waits any more after that, the message comes to rest, whatever was decided without knowing it.
 */
export function moveAndMerge(ours: Fragment) {
  const merged = mergeRecipients({
    stored: sql()`m.recipients`,
    said: sql()`select lower(s->>'address'), s from jsonb_array_elements(i.recipients) s`,
    renews: true,
  });
  return sql()`
    merged as (
      select i.message_id, m.recipients as before, ${merged} as list, i.status not in ('sent', 'delivered', 'captured', 'bounced', 'failed', 'suppressed') as open
      from messages m join input i on ${ours}
    ),
    after as (
      select a.message_id, before, list, open,
        (open or list <> i.recipients) and not list @? ${sql().unsafe(ANYBODY_OPEN)} as ended, i.status = 'sending' as going_on
      from merged a join input i on i.message_id = a.message_id
      -- All of it is worked out before the first row is written.
      order by a.message_id
    ),
    moved as (
      update messages m
      set recipients = list, seen = ${sql().unsafe(SEEN)}, retry_count = i.retry_count, provider_id = coalesce(i.provider_id, m.provider_id),
          status = case when ended then ${statusAtRest('list')} when going_on then m.status else i.status end,
          reason = case when ended then coalesce(case when not open then i.reason end, ${reasonAtRest('list')}) else i.reason end,
          due_at = case
            when ended then null
            when going_on then m.due_at
            when i.retry_ms is not null then now() + make_interval(secs => i.retry_ms / 1000.0)
          end,
          claimed_by = case when going_on and not ended then m.claimed_by end,
          claimed_until = case when going_on and not ended then m.claimed_until end,
          finished_at = case when ended or not going_on and i.retry_ms is null then now() end
      from input i join after on after.message_id = i.message_id
      where ${ours} and m.recipients = before
      returning ${sql().unsafe(RETURNED)}, ended and open as ended, m.recipients
    )`;
}
