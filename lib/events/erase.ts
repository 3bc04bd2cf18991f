import { sql } from '@/lib/database/db';
import type { Replacing } from '@/lib/database/replace-text';

/** Of an event figures and the way of a message are told by these alone; what somebody wrote, was at or did is in the others. */
const KEPT = [
  'anyway',
  'by',
  'cause',
  'code',
  'extraCostMicros',
  'follows',
  'from',
  'machine',
  'message',
  'partly',
  'played',
  'reason',
  'rested',
  'returned',
  'told',
  'to',
  'until',
  'was',
];

/**
 * Empties the events of messages that are about them, or about nobody in particular: that something happened, and when, is all that is left,
 * from which figures are counted anew.
 */
export async function eraseEvents(
  { addresses, standIn }: { addresses: string[]; standIn: string },
  ids: string[],
): Promise<void> {
  await sql()`
    update events set
      recipient = case when recipient is not null then ${standIn} end,
      detail = (select jsonb_object_agg(key, value) from jsonb_each(detail) where key = any(${KEPT}))
    where message_id = any(${ids}::uuid[]) and message_id between ${ids[0]!} and ${ids.at(-1)!}
      and (recipient is null or lower(recipient) = any(${addresses}))`;
}

/** The messages that these follow from. */
export async function followedBy(ids: string[]): Promise<string[]> {
  const rows = await sql()<{ id: string }[]>`
    select distinct detail->>'follows' as id from events
    where message_id = any(${ids}::uuid[]) and message_id between ${ids[0]!} and ${ids.at(-1)!} and detail ? 'follows' order by 1`;
  return rows.map(({ id }) => id);
}

/**
 * What providers sent that names somebody, and has been read. What has not goes with its reading. A delivery may speak of others besides: of
 * them everything is noted already.
 */
export async function eraseInbound({ words }: Pick<Replacing, 'words'>): Promise<number> {
  // As PostgreSQL writes bytes that are no letters of ASCII.
  const { count } = await sql()`
    delete from inbound_events where applied_at is not null and exists (
      select from unnest(${words}::text[]) word
      where strpos(lower(encode(body, 'escape')), encode(convert_to(word, 'UTF8'), 'escape')) > 0
        or strpos(lower(headers::text), word) > 0)`;
  return count;
}

/** What was read and tells of somebody who is not to be known any more. */
export async function dropInbound(ids: string[]): Promise<void> {
  if (ids.length > 0) await sql()`delete from inbound_events where id = any(${ids}::uuid[])`;
}
