import type { PendingQuery, Row } from 'postgres';
import { sql } from '@/lib/database/db';
import { recordEvents } from '@/lib/events/record';
import { newId } from '@/lib/ids';

/** Of one of many alike: the hot row but for its id, and what is apart from it; names are column names. */
export type SliceMessage = {
  id: string;
  row: Record<string, unknown>;
  template: object;
  tracking: object | null;
  words: string[];
};

/**
 * Many messages of one kind in one statement, as `storeMessages` stores those that come in one by one: without keys and files, which they
 * have none of, and without jobs, since whoever stores them delivers them. `admitted` is the common table expression of that name, which
 * takes each of `input (id)` once, whoever else does so at this moment, and tells their `message_id`.
 */
export async function storeSlice(given: SliceMessage[], admitted: PendingQuery<Row[]>): Promise<string[]> {
  const rows = given.map(({ id, row, ...rest }) => JSON.stringify({ ...row, ...rest, event_id: newId() }));
  const stored = await sql()<{ id: string }[]>`
    with input as (
      select u.id, m.* from unnest(${given.map(({ id }) => id)}::uuid[], ${rows}::text[]) as u(id, row), jsonb_to_record(u.row::jsonb) as m(
        company_id uuid, campaign_id uuid, category text, sender text, sender_name text, subject text, recipients jsonb,
        recipient_addresses text[], test boolean, tags text[], size_bytes integer, cargo jsonb, template_id uuid,
        template_version integer, accepted_by_type text, accepted_by_id uuid, template jsonb, tracking jsonb, words text[], event_id uuid)
    ),
    ${admitted},
    stored as (
      insert into messages (
        id, company_id, campaign_id, status, channel, priority, category, sender, sender_name, subject, recipients, recipient_addresses, test,
        tags, size_bytes, cargo, template_id, template_version, accepted_by_type, accepted_by_id, due_at, accepted_at)
      select id, company_id, campaign_id, 'queued', 'email', 3, category, sender, sender_name, subject, recipients, recipient_addresses,
        coalesce(test, false), tags, size_bytes, cargo, template_id, template_version, accepted_by_type, accepted_by_id, now(), now()
      from input where id in (select message_id from admitted)
      returning id
    ),
    bodies as (
      insert into message_bodies (message_id, template, tracking, words)
      select id, template, tracking, array_to_tsvector(words) from input where id in (select message_id from admitted)
    ),
    ${recordEvents({
      id: sql()`event_id`,
      messageId: sql()`id`,
      companyId: sql()`company_id`,
      type: 'queued',
      from: sql()`from input where id in (select message_id from admitted)`,
    })}
    select id from stored order by id`;
  return stored.map(({ id }) => id);
}
