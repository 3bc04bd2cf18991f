import type { Sql } from '@/lib/database/db';

/** What must never be, whatever was killed and when, besides what constraints of the tables refuse. Each query selects ids of messages. */
const IMPOSSIBLE: Record<string, string> = {
  'a message without its body': `
    select id from messages m where not exists (select from message_bodies where message_id = m.id)`,
  'a message without the event of its acceptance': `
    select id from messages m
    where not exists (select from events where message_id = m.id and type in ('queued', 'scheduled'))`,
  'a body, an attempt or an event without its message': `
    select message_id as id from message_bodies b where not exists (select from messages where id = b.message_id)
    union all select message_id from attempts a where not exists (select from messages where id = a.message_id)
    union all select message_id from events e where not exists (select from messages where id = e.message_id)`,
  // Where a process died over a message that repeats another's, the holder of its de-duplication key is whose it is.
  'an idempotency key without its message': `
    select message_id as id from idempotency_keys k
    where not exists (select from messages where id = k.message_id) and not exists (select from dedupe_keys where owner = k.owner)`,
  'a message at rest without the time of its end, or the other way': `
    select id from messages where (finished_at is null) <> (due_at is not null)`,
  'a message in a line that does not wait, or in the line of nobody': `
    select id from messages
    where reason in ('paced', 'no_room') and (status not in ('queued', 'retrying', 'parked') or due_at is null or provider_id is null)`,
  'a claim half taken': `
    select id from messages where (claimed_by is null) <> (claimed_until is null)`,
  'a claim on a message at rest': `
    select id from messages where claimed_by is not null and due_at is null`,
  'an unfinished attempt of a message at rest': `
    select message_id as id from attempts a join messages m on m.id = a.message_id
    where a.finished_at is null and m.due_at is null`,
  'two unfinished attempts of one message': `
    select message_id as id from attempts where finished_at is null group by message_id having count(*) > 1`,
  'an attempt of a claim that never was': `
    select message_id as id from attempts a join messages m on m.id = a.message_id where a.claim_no > m.claim_no`,
  'an attempt that is half finished': `
    select message_id as id from attempts
    where (finished_at is null) <> (outcomes is null) or (finished_at is null) <> (duration_ms is null)`,
  'a sent message that nobody accepted': `
    select id from messages m where status in ('sent', 'delivered') and (
      not exists (select from jsonb_array_elements(recipients) r where r->>'status' in ('accepted', 'delivered', 'complained'))
      or not exists (
        select from attempts, jsonb_array_elements(outcomes) o
        where message_id = m.id and o->>'outcome' = 'accepted'))`,
  'a captured message that somebody received, or that no sandbox has': `
    select id from messages m where status = 'captured' and (
      exists (select from jsonb_array_elements(recipients) r where r->>'status' in ('accepted', 'delivered', 'complained'))
      or not exists (
        select from attempts, jsonb_array_elements(outcomes) o
        where message_id = m.id and o->>'outcome' = 'captured'))`,
  'a recipient who waits although the message is at rest': `
    select id from messages, jsonb_array_elements(recipients) r
    where status in ('sent', 'delivered', 'captured', 'bounced', 'failed') and reason is distinct from 'expired' and r->>'status' in ('waiting', 'unknown')`,
  'an accepted recipient whom no attempt saw accepted': `
    select m.id from messages m, jsonb_array_elements(m.recipients) r
    where r->>'status' = 'accepted' and not exists (
      select from attempts a, jsonb_array_elements(a.outcomes) o
      where a.message_id = m.id and o->>'outcome' = 'accepted' and o->>'address' = r->>'address')`,
  'a recipient sent to again after accepting': `
    select a.message_id as id from attempts a
    join attempts earlier on earlier.message_id = a.message_id and earlier.id < a.id
    cross join lateral jsonb_array_elements(earlier.outcomes) o
    cross join lateral jsonb_array_elements(a.outcomes) again
    where o->>'outcome' = 'accepted' and again->>'address' = o->>'address'
      -- A provider told that it came back, and a person sent it again: a statement that waited for the row tells the time at which it began.
      and not exists (
        select from events told join events resent on resent.message_id = told.message_id and resent.type = 'resent'
        where told.message_id = a.message_id and told.type in ('bounced', 'failed') and told.detail->>'told' = 'true'
          and lower(told.recipient) = lower(o->>'address') and told.at <= resent.at + interval '1 second'
          and greatest(told.at, resent.at) <= a.started_at)`,
};

export type Violation = { rule: string; messages: number; example: string };

/**
 * What contradicts itself in the database; an empty list is what every moment between two statements must show, under load and after any fault.
 * A full scan: for tests and failure runs, not for production.
 */
export async function findViolations(sql: Sql): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const [rule, query] of Object.entries(IMPOSSIBLE)) {
    const [row] = await sql.unsafe<{ messages: number; example: string }[]>(
      `select count(distinct id)::int as messages, min(id::text) as example from (${query}) as impossible`,
    );
    if (row && row.messages > 0) found.push({ rule, ...row });
  }
  return found;
}
