import type { StoredRecipient } from '@/drizzle/schema/messages';
import { scopedSql } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { recordEvents } from '@/lib/events/record';
import { newId } from '@/lib/ids';
import { notInHands } from '@/lib/messages/in-hands';
import type { Status } from '@/lib/messages/status';
import { wordsOf } from '@/lib/messages/words';
import { wakeUp } from '@/lib/queue/wake';
import { hasQuestionMark, hasUnicodeLocalPart } from '@/lib/text/address';
import type { Idempotency } from './store';

export type Original = {
  id: string;
  channel: string;
  category: string;
  tags: string[];
  subject: string | null;
  sender: string | null;
  providerIds: string[] | null;
  recipients: StoredRecipient[];
  status: Status;
};

type FollowUp = {
  original: Original;
  recipients: StoredRecipient[];
  /** Whose address was wrong, and the right one: it is noted on the original, in the same statement. */
  correct?: Record<string, string>;
  /** By whom it may go; null: any. */
  providerIds: string[] | null;
  idempotency?: Idempotency;
};

/**
 * Stores a message with the content of another, due at once, with an event on each that names the other: all of it or nothing.
 * @returns its id; null: the key was used, or the original is not what it was when it was read
 */
export async function storeFollowUp(
  ctx: Context,
  { original, recipients, correct = {}, providerIds, idempotency }: FollowUp,
): Promise<string | null> {
  const id = newId();
  const by = ctx.actor.label;
  const detail = { by, ...(Object.keys(correct).length > 0 && { correct }) };
  const addresses = [...new Set(recipients.map(({ address }) => address.toLowerCase()))];
  const has = (is: (address: string) => boolean) => recipients.some(({ address }) => is(address));
  const cargo = {
    ...(has(hasUnicodeLocalPart) && { unicodeLocal: true }),
    ...(has(hasQuestionMark) && { questionMark: true }),
  };
  const [row] = await sql()<{ id: string | null; jobs: number }[]>`
    with held as (
      select id from messages
      where id = ${original.id} and status = ${original.status} and recipients = ${sql().json(original.recipients as never)}::jsonb
        and ${notInHands(original.id)} and ${scopedSql(ctx)}
      for update
    ),
    ${keyed(id, idempotency)},
    original as (
      update messages set recipients = (
        select jsonb_agg(
          case when ${sql().json(correct)}::jsonb ? (r->>'address')
            then r || jsonb_build_object('corrected', jsonb_build_object('address', ${sql().json(correct)}::jsonb->(r->>'address'), 'messageId', ${id}::text))
            else r end order by n)
        from jsonb_array_elements(recipients) with ordinality as e(r, n))
      where id = ${original.id} and exists (select from held) and (select free from keyed)
      returning *
    ),
    stored as (
      insert into messages (
        id, company_id, status, channel, type, priority, category, sender, sender_name, subject, recipients, recipient_addresses, test,
        provider_ids, tags, metadata, attachment_count, size_bytes, cargo, template_id, template_version, accepted_by_type, accepted_by_id, due_at, accepted_at)
      select
        ${id}, company_id, 'queued', channel, type, priority, category, sender, sender_name, subject, ${sql().json(recipients as never)}, ${addresses},
        test or ${ctx.test ?? false}, ${providerIds}::uuid[], tags, metadata, attachment_count, size_bytes,
        nullif(coalesce(cargo, '{}') || ${sql().json(cargo)}::jsonb, '{}'), template_id, template_version, ${ctx.actor.type}, ${ctx.actor.id}, now(), now()
      from original
      returning id, company_id, priority, due_at
    ),
    bodies as (
      insert into message_bodies (message_id, html, text, template, provider_template, reply_to, headers, tracking, raw, words)
      select stored.id, html, text, template, provider_template, reply_to, headers, tracking, raw, array_to_tsvector(${wordsOf({ ...original, recipients })})
      from stored, message_bodies where message_id = ${original.id}
    ),
    files as (
      insert into message_attachments (message_id, position, sha256, filename, content_type, content_id, size_bytes)
      select stored.id, position, sha256, filename, content_type, content_id, f.size_bytes
      from stored, message_attachments f where message_id = ${original.id}
    ),
    ${recordEvents({
      id: sql()`e.id`,
      messageId: sql()`e.message_id`,
      companyId: sql()`company_id`,
      type: sql()`e.type`,
      detail: sql()`e.detail`,
      from: sql()`from stored, (values
        (${newId()}::uuid, ${original.id}::uuid, 'followed', ${sql().json({ ...detail, message: id })}::jsonb),
        (${newId()}::uuid, ${id}::uuid, 'queued', ${sql().json({ ...detail, follows: original.id })}::jsonb)
      ) as e(id, message_id, type, detail)`,
    })},
    ${wakeUp('stored')}
    select (select id from stored) as id, woken.jobs from woken`;
  return row?.id ?? null;
}

/** Whether its key is free; without one it is. Nobody takes a key for what then is not stored. A key is kept 24 hours. */
function keyed(id: string, idempotency?: Idempotency) {
  if (!idempotency) return sql()`keyed as (select true as free)`;
  const { owner, route, key, bodyHash } = idempotency;
  return sql()`
    key as (
      insert into idempotency_keys as k (owner, route, key, body_hash, message_id, response)
      select ${owner}, ${route}, ${key}, ${bodyHash}::bytea, ${id}::uuid, ${sql().json({ id, status: 'queued' })}::jsonb from held
      on conflict (owner, route, key) do update
        set body_hash = excluded.body_hash, message_id = excluded.message_id, response = excluded.response, created_at = excluded.created_at
        where k.created_at < now() - interval '24 hours'
      returning message_id
    ),
    keyed as (select exists (select from key) as free)`;
}
