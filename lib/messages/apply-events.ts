import type { RecipientStatus } from '@/drizzle/schema/messages';
import { sql } from '@/lib/database/db';
import { sameId } from '@/lib/database/same-id';
import { recordEvents } from '@/lib/events/record';
import type { ToldType } from '@/lib/events/types';
import { countRests, waitedSeconds } from '@/lib/metrics/count';
import { isPartly, notePartly } from '@/lib/metrics/partly';
import { isPlayed } from '@/lib/metrics/played';
import { bitOf, bitsOfEvent, countResponses, firstsOf, withBits } from '@/lib/metrics/responses';
import { countTopics } from '@/lib/metrics/topics';
import { currentSettings } from '@/lib/settings/current';
import { toCompare } from '@/lib/suppressions/compare';
import { heardOf, newIds } from '@/lib/suppressions/heard';
import { recordHeard } from '@/lib/suppressions/record-heard';
import { spellings } from '@/lib/text/spellings';
import { ANYBODY_OPEN, mergeRecipients, reasonAtRest, statusAtRest } from './recipient-states';

/** What a provider told of one recipient, after it had the message. */
export type ToldEvent = {
  /** The same for the same event, however often it is told. */
  id: string;
  messageId: string;
  /** Null: one of several, and nobody knows who. */
  recipient: string | null;
  type: ToldType;
  at: Date;
  providerId?: string;
  /** By a sandbox, of what it keeps: nobody has it, and nobody can. */
  played?: boolean;
  /** `code` and `reply`: the words of the recipient's server. */
  detail?: { code?: string; reply?: string } & Record<string, unknown>;
};

/**
 * `repeated`: known already, nothing changed. `no_message`: there is none of that id, or not any more. `erased`: what was known of whom it is about
 * was deleted, and nothing is noted.
 */
export type Applied = 'noted' | 'repeated' | 'no_message' | 'erased';

const STATE_AFTER: Record<ToldType, RecipientStatus | null> = {
  sent: 'accepted',
  // It is in the provider's hands, which tries again.
  deferred: null,
  delivered: 'delivered',
  bounced: 'bounced',
  complained: 'complained',
  failed: 'failed',
  // Who does something with it has it.
  opened: 'delivered',
  clicked: 'delivered',
  unsubscribed: 'delivered',
  replied: 'delivered',
};

/**
 * Notes what providers told and what follows from it, in one statement: the recipients' states, and where nobody waits any more, the
 * message's. What a person canceled, or what failed as a whole, stays so. While somebody is sending the message only its recipients change;
 * that delivery brings it to rest. @returns what became of each, in order
 */
export async function applyEvents(events: ToldEvent[]): Promise<Applied[]> {
  if (events.length === 0) return [];
  const results: Applied[] = [];
  let left = events.map((event, n) => ({ event, n }));
  for (let look = 0; left.length > 0; look++) {
    if (look === MOST_LOOKS)
      throw new Error(`messages kept changing while ${left.length} events were applied`);
    for (const [n, result] of await write(left)) results[n] = result;
    left = left.filter(({ n }) => results[n] === undefined);
  }
  return results;
}

const MOST_LOOKS = 100;

type Pending = { event: ToldEvent; n: number };
type Row = { n: number; isNew: boolean; raced: boolean; erased: boolean };

/** Those whose message somebody else has changed meanwhile are left out: nothing was written of them. */
async function write(pending: Pending[]): Promise<[number, Applied][]> {
  // In the order of ids, as everywhere, so that statements which lock the same messages do not wait in a circle.
  const ids = [...new Set(pending.map(({ event }) => event.messageId))].toSorted();
  const range = sql()`= any(${ids}::uuid[])`;
  const { suppressions } = (await currentSettings()).delivery;
  const between = sql()`between ${ids[0]!} and ${ids.at(-1)!}`;
  const rows = await sql()<Row[]>`
    with input as (
      select * from jsonb_to_recordset(${sql().json(pending.map(toRow) as never)}) as e(
        n integer, id uuid, message_id uuid, type text, at timestamptz, names text[], recipient text, provider_id uuid, detail jsonb, state jsonb, address text, heard text, played boolean, suppression_id uuid, bounce_id uuid)
    ),
    held as (select id, company_id, channel, test, status, recipients, claimed_by, claimed_until, claim_no, seen, provider_id, erased_at from messages where id ${range} and id ${between}),
    -- About nobody who is still known.
    gone as materialized (
      select input.n from input join held on held.id = input.message_id
      where erased_at is not null and not exists (
        select from jsonb_array_elements(held.recipients) r where not r ? 'erased' and lower(r->>'address') = any(input.names))
    ),
    known as materialized (select message_id, id from events where message_id ${range} and message_id ${between}),
    -- A person who sends it again sets aside what is known of those who do not have it.
    resent as materialized (
      select message_id, max(at) as at from events
      where message_id ${range} and message_id ${between} and type = 'resent' group by message_id
    ),
    in_hands as materialized (
      select message_id from attempts where message_id ${range} and message_id ${between} and finished_at is null
    ),
    heard as (
      select e.*, h.company_id, h.channel, h.test, h.recipients, h.status, h.provider_id as carrier, e.n = max(e.n) filter (where e.is_new) over (partition by e.message_id) as is_last
      from held h join (
        select input.*, known.id is null and n = min(n) over (partition by input.message_id, input.id) as is_new
        from input left join known on known.message_id = input.message_id and known.id = input.id
        where input.n not in (select n from gone)
      ) e on e.message_id = h.id
    ),
    said as (
      select message_id, bit_or(${sql().unsafe(bitsOfEvent('type', 'detail'))}) as bits, (array_agg(provider_id) filter (where provider_id is not null))[1] as teller
      from heard where is_new and status <> 'captured' group by message_id
    ),
    told as (
      select message_id, jsonb_agg(jsonb_build_object('names', names, 'state', state)) as words from heard
      -- What a sandbox keeps nobody has, whoever looks at it.
      where is_new and state is not null and (played or status <> 'captured') and (
        type not in ('bounced', 'failed')
        or not exists (select from resent where resent.message_id = heard.message_id and resent.at > heard.at))
      group by message_id
    ),
    after as (
      select held.id, status as was, held.recipients, claimed_by, claim_no, list, seen, coalesce(bits, 0) as bits, coalesce(teller, provider_id) as teller, not list @? ${sql().unsafe(ANYBODY_OPEN)} as nobody_waits,
        status in ('scheduled', 'queued', 'retrying', 'parked', 'uncertain') as open,
        (claimed_until is null or claimed_until < now()) and held.id not in (select message_id from in_hands) as free
      from held left join told t on t.message_id = held.id left join said on said.message_id = held.id
      cross join lateral (
        select ${mergeRecipients({
          stored: sql()`held.recipients`,
          said: sql()`select unnest(names), state from jsonb_to_recordset(coalesce(t.words, '[]')) as word(names text[], state jsonb)`,
          renews: false,
        })} as list offset 0) as merged
    ),
    next as (
      select *, bits | case when at_rest and was in ('sent', 'delivered') and ${statusAtRest('list')} in ('bounced', 'failed') then ${bitOf('returned')} else 0 end as learned
      from (select *, nobody_waits and (was in ('sent', 'delivered', 'captured') or open and free) as at_rest from after) a
      where list <> recipients or nobody_waits and open or bits & ~seen <> 0
      -- All of it is worked out before the first row is written.
      order by id
    ),
    moved as (
      update messages m
      set recipients = next.list, seen = ${sql().unsafe(withBits('m.seen', 'next.learned'))},
        status = case when at_rest then ${statusAtRest('list')} else m.status end,
        reason = case when at_rest then coalesce(case when was in ('sent', 'delivered', 'captured') then m.reason end, ${reasonAtRest('list')}) else m.reason end,
        due_at = case when not at_rest then m.due_at end,
        claimed_by = case when not at_rest then m.claimed_by end,
        claimed_until = case when not at_rest then m.claimed_until end,
        finished_at = case when at_rest and was not in ('sent', 'delivered', 'captured') then now() else m.finished_at end
      from next
      where ${sameId('m.id', 'next.id')} and m.id ${range} and m.id ${between}
        and m.recipients = next.recipients and m.status = was and m.claim_no = next.claim_no and m.claimed_by is not distinct from next.claimed_by
      returning m.id, m.channel, m.company_id, m.type, m.category, m.template_id, m.campaign_id, m.provider_id, m.due_at, m.status, was, at_rest, at_rest and was not in ('sent', 'delivered', 'captured') as newly,
        ${sql().unsafe(`${isPartly('m')} and at_rest and was not in ('sent', 'delivered', 'captured') as partly, ${isPlayed('m')} as played, m.accepted_at, teller,
        ${waitedSeconds('m')} as waited_s, ${firstsOf('m.seen', 'next.learned')} as firsts`)}
    ),
    rested as (select * from moved where newly),
    ${countRests('rested')},
    learned as (select teller as provider_id, accepted_at, channel, company_id, type, category, template_id, campaign_id, firsts from moved),
    ${countResponses('learned')},
    ${countTopics({ rested: 'rested', learned: 'learned' })},
    ${recordEvents({
      id: sql()`e.id`,
      messageId: sql()`e.message_id`,
      companyId: sql()`e.company_id`,
      type: sql()`e.type`,
      at: sql()`e.at`,
      recipient: sql()`coalesce((select r->>'address' from jsonb_array_elements(e.recipients) r where lower(r->>'address') = any(e.names) limit 1), e.recipient)`,
      providerId: sql()`coalesce(e.provider_id, case when e.type in ('opened', 'clicked', 'unsubscribed') then e.carrier end)`,
      detail: sql()`${sql().unsafe(
        notePartly(
          `case when e.is_last and moved.status <> moved.was then e.detail || jsonb_build_object('was', moved.was) || case when moved.newly then jsonb_build_object('rested', now()) else '{}' end || case when moved.firsts & ${bitOf('returned')} <> 0 then '{"returned": true}'::jsonb else '{}' end else e.detail end`,
          'moved',
        ),
      )}`,
      from: sql()`from heard e left join moved on moved.id = e.message_id
        where e.is_new and (moved.id is not null or e.message_id not in (select id from next))`,
    })},
    ${recordHeard(
      sql()`
        select e.suppression_id, e.bounce_id, e.company_id, e.channel, e.address, e.heard, e.provider_id, e.message_id,
          e.detail->>'code' as code, left(e.detail->>'reply', 500) as reason, e.at, e.played
        from heard e join noted on noted.id = e.id
        where e.heard is not null and not e.test and exists (
          select from jsonb_array_elements(e.recipients) r where lower(r->>'address') = any(e.names) and (e.played or r->>'status' <> 'captured'))`,
      suppressions,
    )}
    select n, is_new as "isNew", message_id in (select id from next) and message_id not in (select id from moved) as raced, false as erased from heard
    union all select n, false, false, true from gone`;
  const found = new Map(rows.map((row) => [row.n, row]));
  return pending.flatMap(({ n }): [number, Applied][] => {
    const row = found.get(n);
    if (row?.raced) return [];
    if (row?.erased) return [[n, 'erased']];
    return [[n, row ? (row.isNew ? 'noted' : 'repeated') : 'no_message']];
  });
}

function toRow({ event, n }: Pending) {
  const { id, messageId, type, at, recipient, providerId, detail, played = false } = event;
  const isHad = !['bounced', 'failed'].includes(type);
  const status = detail?.machine || (played && isHad) ? null : STATE_AFTER[type];
  return {
    n,
    id,
    message_id: messageId,
    type,
    at,
    names: recipient === null ? [] : spellings(recipient),
    recipient,
    provider_id: providerId,
    // Marks it as told afterwards, whoever wrote the same type during a delivery.
    detail: { ...detail, told: true },
    address: recipient === null ? null : toCompare('email', recipient),
    heard: recipient === null ? null : heardOf({ type, providerId, detail }),
    played,
    ...newIds(),
    state: status && {
      status,
      told: true,
      ...(played && { played }),
      code: detail?.code,
      reply: detail?.reply,
    },
  };
}
