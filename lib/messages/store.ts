import { Batcher } from '@/lib/batcher';
import { sql } from '@/lib/db';
import { newId } from '@/lib/ids';
import { wakeUp } from '@/lib/queue/wake';
import type { PreparedMessage } from './prepare';

export type Idempotency = { owner: string; route: string; key: string; bodyHash: Buffer };
export type StoreInput = { message: PreparedMessage; idempotency?: Idempotency };

/** Stored, or not because the key was already there. */
export type StoreResult = { stored: boolean };

/** Accepts that arrive together share a commit: every commit that adds a job notifies, and NOTIFY makes commits wait for each other. */
const batcher = new Batcher<StoreInput, StoreResult>({
  flush: storeMessages,
  waitMs: 2,
  maxItems: 200,
  concurrency: 2,
  weigh: ({ message }) => message.sizeBytes,
  maxWeight: 8 * 1024 * 1024,
});

/** Resolves after the commit. */
export function storeMessage(input: StoreInput): Promise<StoreResult> {
  return batcher.add(input);
}

/** Messages, bodies, events, idempotency keys and the jobs that wake delivery: one statement, so all or nothing. */
export async function storeMessages(inputs: StoreInput[]): Promise<StoreResult[]> {
  await storeAttachments(inputs.map(({ message }) => message));
  const meta = inputs.map(({ message, idempotency }) =>
    JSON.stringify({
      ...message.row,
      reply_to: message.replyTo,
      headers: message.headers,
      event_id: newId(),
      files: message.attachments.map((attachment, position) => ({
        position,
        sha256: `\\x${attachment.sha256.toString('hex')}`,
        filename: attachment.filename,
        content_type: attachment.contentType,
        content_id: attachment.contentId,
        size_bytes: attachment.content.length,
      })),
      key: idempotency && {
        owner: idempotency.owner,
        route: idempotency.route,
        key: idempotency.key,
        body_hash: `\\x${idempotency.bodyHash.toString('hex')}`,
        response: { id: message.id, status: message.status },
      },
    }),
  );
  const rows = await sql()<{ id: string }[]>`
    with input as (
      select u.id, u.html, u.text, m.*
      from unnest(
        ${inputs.map(({ message }) => message.id)}::uuid[],
        ${meta}::text[],
        ${inputs.map(({ message }) => message.html)}::text[],
        ${inputs.map(({ message }) => message.text)}::text[]
      ) as u(id, meta, html, text),
      jsonb_to_record(u.meta::jsonb) as m(
        status text, channel text, priority smallint, category text, from_email text, from_name text, subject text,
        recipients jsonb, recipient_emails text[], provider_ids uuid[], tags text[], metadata jsonb,
        attachment_count smallint, size_bytes integer, accepted_by text, scheduled_at timestamptz,
        expires_at timestamptz, due_at timestamptz, accepted_at timestamptz, reply_to jsonb, headers jsonb,
        event_id uuid, files jsonb, key jsonb)
    ),
    keyed as (
      insert into idempotency_keys as k (owner, route, key, body_hash, message_id, response)
      -- Requests with the same key may be in one batch: the first one holds it, the others hear its answer.
      select distinct on (key->>'owner', key->>'route', key->>'key')
        key->>'owner', key->>'route', key->>'key', (key->>'body_hash')::bytea, id, key->'response'
      from input where key is not null
      order by key->>'owner', key->>'route', key->>'key', id
      -- A key is kept 24 hours; an older one is free again.
      on conflict (owner, route, key) do update
        set body_hash = excluded.body_hash, message_id = excluded.message_id,
            response = excluded.response, created_at = excluded.created_at
        where k.created_at < now() - interval '24 hours'
      returning message_id
    ),
    fresh as (select * from input where key is null or id in (select message_id from keyed)),
    stored as (
      insert into messages (
        id, status, channel, priority, category, from_email, from_name, subject, recipients, recipient_emails,
        provider_ids, tags, metadata, attachment_count, size_bytes, accepted_by, scheduled_at, expires_at, due_at, accepted_at)
      select
        id, status, channel, priority, category, from_email, from_name, subject, recipients, recipient_emails,
        provider_ids, tags, metadata, attachment_count, size_bytes, accepted_by, scheduled_at, expires_at, due_at, accepted_at
      from fresh
      returning id, priority, due_at
    ),
    bodies as (
      insert into message_bodies (message_id, html, text, reply_to, headers)
      select id, html, text, reply_to, headers from fresh
    ),
    files as (
      insert into message_attachments (message_id, position, sha256, filename, content_type, content_id, size_bytes)
      select fresh.id, f.position, f.sha256, f.filename, f.content_type, f.content_id, f.size_bytes
      from fresh, jsonb_to_recordset(fresh.files) as f(
        position smallint, sha256 bytea, filename text, content_type text, content_id text, size_bytes integer)
    ),
    noted as (
      insert into events (id, message_id, type, at)
      select event_id, id, status, accepted_at from fresh
    ),
    ${wakeUp('stored')}
    select stored.id from stored cross join woken where woken.jobs >= 0`;
  const stored = new Set(rows.map((row) => row.id));
  return inputs.map(({ message }) => ({ stored: stored.has(message.id) }));
}

/**
 * Content-addressed and idempotent, so it needs no place in the statement above: a message is only accepted once its files are
 * stored, and a file without a message is cleaned up after a day. One at a time keeps memory flat.
 */
async function storeAttachments(messages: PreparedMessage[]): Promise<void> {
  for (const { sha256, content } of messages.flatMap((message) => message.attachments))
    await sql()`
      insert into attachments (sha256, content, size_bytes) values (${sha256}, ${content}, ${content.length})
      on conflict (sha256) do update set used_at = now()`;
}
