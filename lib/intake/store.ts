import type { PendingQuery, Row } from 'postgres';
import { Batcher } from '@/lib/async/batcher';
import { type Sql, sql } from '@/lib/database/db';
import { recordEvents } from '@/lib/events/record';
import { newId } from '@/lib/ids';
import { wakeUp } from '@/lib/queue/wake';
import { answerOf, type PreparedMessage } from './prepare';
import { filesOf, inlineRaw } from './raw-place';
import { storeFiles } from './store-files';
import { wholeText, withTextPieces } from './text-pieces';

export type Idempotency = { owner: string; route: string; key: string; bodyHash: Buffer };
export type Dedupe = { owner: string; key: string; hours: number };
export type StoreInput = { message: PreparedMessage; idempotency?: Idempotency; dedupe?: Dedupe };

/** Stored, or not: its idempotency key was already there, or its de-duplication key is held by the message `duplicateOf`. */
export type StoreResult = { stored: boolean; duplicateOf?: string };

/** Accepts that arrive together share a commit: every commit that adds a job notifies, and NOTIFY makes commits wait for each other. */
const batcher = new Batcher<StoreInput, StoreResult>({
  flush: storeMessages,
  waitMs: 2,
  // A batch of a thousand in three statements at once: while one is written by PostgreSQL the next is put together here.
  maxItems: 350,
  concurrency: 3,
  // Texts go into the statement, files beside it.
  weigh: ({ message }) => message.sizeBytes + 3 * lengthOf(message),
  maxWeight: 8 * 1024 * 1024,
  heavy: 1024 * 1024,
});

/** Resolves after the commit. */
export function storeMessage(input: StoreInput): Promise<StoreResult> {
  return batcher.add(input);
}

/** In an array each letter of a body is looked at for quotes, which holds the process up; so a large one goes by itself. */
const LARGE_BODY = 256 * 1024;
/** More goes there in pieces. */
const LARGE_TEXTS = 2 * 1024 * 1024;

function lengthOf({ html, text }: PreparedMessage): number {
  return (html?.length ?? 0) + (text?.length ?? 0);
}

function hasLargeBody({ message }: StoreInput): boolean {
  return lengthOf(message) > LARGE_BODY;
}

export async function storeMessages(inputs: StoreInput[]): Promise<StoreResult[]> {
  // A message is only accepted once its files are stored, so they need no place in the statement of the messages.
  await storeFiles(inputs.flatMap(({ message }) => filesOf(message)));
  if (!inputs.some(hasLargeBody)) return storeTogether(inputs);
  const results = new Map<StoreInput, StoreResult>();
  const groups = [
    inputs.filter((input) => !hasLargeBody(input)),
    ...inputs.filter(hasLargeBody).map((one) => [one]),
  ];
  for (const group of groups.filter(({ length }) => length > 0))
    for (const [index, result] of (await storeTogether(group)).entries()) results.set(group[index]!, result);
  return inputs.map((input) => results.get(input)!);
}

/** The same in one commit, however large their bodies are: what is asked for together is there whole or not at all. */
export async function storeAtOnce(inputs: StoreInput[]): Promise<StoreResult[]> {
  await storeFiles(inputs.flatMap(({ message }) => filesOf(message)));
  return storeTogether(inputs);
}

/** Messages, bodies, events, keys of both kinds and the jobs that wake delivery: one statement, so all or nothing. */
async function storeTogether(inputs: StoreInput[]): Promise<StoreResult[]> {
  const messages = inputs.map(({ message }) => message);
  if (messages.reduce((sum, message) => sum + lengthOf(message), 0) > LARGE_TEXTS)
    return withTextPieces(messages, (own) =>
      storeBy(own, inputs, { html: wholeText(own, 'html'), text: wholeText(own, 'text') }),
    );
  const [only] = messages.length === 1 ? messages : [];
  if (!only) return storeBy(sql(), inputs);
  return storeBy(sql(), inputs, { html: sql()`${only.html}::text`, text: sql()`${only.text}::text` });
}

/** `texts` are expressions; without them the texts stand in the arrays. */
async function storeBy(
  own: Sql,
  inputs: StoreInput[],
  texts?: Record<'html' | 'text', PendingQuery<Row[]>>,
): Promise<StoreResult[]> {
  const meta = inputs.map(({ message, idempotency, dedupe }) =>
    JSON.stringify({
      ...message.row,
      reply_to: message.replyTo,
      words: message.words,
      headers: message.headers,
      tracking: message.tracking,
      template: message.template,
      provider_template: message.providerTemplate,
      note: message.note,
      event_id: newId(),
      raw: inlineRaw(message),
      files: filesOf(message).map(({ position, ...attachment }) => ({
        position,
        sha256: `\\x${attachment.sha256.toString('hex')}`,
        filename: attachment.filename,
        content_type: attachment.contentType,
        content_id: attachment.contentId,
        size_bytes: attachment.sizeBytes,
      })),
      key: idempotency && {
        owner: idempotency.owner,
        route: idempotency.route,
        key: idempotency.key,
        body_hash: `\\x${idempotency.bodyHash.toString('hex')}`,
        response: answerOf(message),
      },
      dedupe,
    }),
  );
  const rows = await own<{ id: string; duplicateOf: string | null }[]>`
    with input as (
      select u.id, ${texts?.html ?? own`u.html`} as html, ${texts?.text ?? own`u.text`} as text, m.*
      from unnest(
        ${inputs.map(({ message }) => message.id)}::uuid[],
        ${meta}::text[],
        ${inputs.map(({ message }) => (texts ? null : message.html))}::text[],
        ${inputs.map(({ message }) => (texts ? null : message.text))}::text[]
      ) as u(id, meta, html, text),
      jsonb_to_record(u.meta::jsonb) as m(
        company_id uuid, status text, channel text, type text, priority smallint, category text, sender text, sender_name text, subject text,
        recipients jsonb, recipient_addresses text[], test boolean, provider_ids uuid[], tags text[], metadata jsonb,
        attachment_count smallint, size_bytes integer, cargo jsonb, template_id uuid, template_version integer, accepted_by_type text, accepted_by_id uuid, scheduled_at timestamptz,
        expires_at timestamptz, due_at timestamptz, accepted_at timestamptz, reply_to jsonb, headers jsonb, tracking jsonb, template jsonb, provider_template jsonb, words text[],
        event_id uuid, note jsonb, raw text, files jsonb, key jsonb, dedupe jsonb)
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
    -- Who comes first holds the key until its hours are over. The others change nothing, but learn whose it is, also of one that
    -- commits at this moment.
    held as (
      insert into dedupe_keys as d (owner, key, message_id, expires_at)
      select distinct on (dedupe->>'owner', dedupe->>'key')
        dedupe->>'owner', dedupe->>'key', id, now() + make_interval(hours => (dedupe->>'hours')::int)
      from input where dedupe is not null and (key is null or id in (select message_id from keyed))
      order by dedupe->>'owner', dedupe->>'key', id
      on conflict (owner, key) do update
        set message_id = case when d.expires_at > now() then d.message_id else excluded.message_id end,
            expires_at = case when d.expires_at > now() then d.expires_at else excluded.expires_at end
      returning owner, key, message_id
    ),
    fresh as (
      select * from input
      where (key is null or id in (select message_id from keyed)) and (dedupe is null or id in (select message_id from held))
    ),
    duplicates as (
      select i.id, held.message_id as first_id
      from input i join held on held.owner = i.dedupe->>'owner' and held.key = i.dedupe->>'key'
      where held.message_id <> i.id and (i.key is null or i.id in (select message_id from keyed))
    ),
    stored as (
      insert into messages (
        id, company_id, status, channel, type, priority, category, sender, sender_name, subject, recipients, recipient_addresses,
        test, provider_ids, tags, metadata, attachment_count, size_bytes, cargo, template_id, template_version, accepted_by_type, accepted_by_id, scheduled_at, expires_at, due_at, accepted_at)
      select
        id, company_id, status, channel, type, priority, category, sender, sender_name, subject, recipients, recipient_addresses,
        test, provider_ids, tags, metadata, attachment_count, size_bytes, cargo, template_id, template_version, accepted_by_type, accepted_by_id, scheduled_at, expires_at, due_at, accepted_at
      from fresh
      returning id, priority, due_at
    ),
    bodies as (
      insert into message_bodies (message_id, html, text, template, provider_template, reply_to, headers, tracking, words, raw)
      select id, html, text, template, provider_template, reply_to, headers, tracking, array_to_tsvector(words), decode(raw, 'base64') from fresh
    ),
    files as (
      insert into message_attachments (message_id, position, sha256, filename, content_type, content_id, size_bytes)
      select fresh.id, f.position, f.sha256, f.filename, f.content_type, f.content_id, f.size_bytes
      from fresh, jsonb_to_recordset(fresh.files) as f(
        position smallint, sha256 bytea, filename text, content_type text, content_id text, size_bytes integer)
    ),
    ${recordEvents({
      id: sql()`event_id`,
      messageId: sql()`id`,
      companyId: sql()`company_id`,
      type: sql()`status`,
      at: sql()`accepted_at`,
      detail: sql()`note`,
      from: sql()`from fresh`,
    })},
    ${wakeUp('stored')}
    select stored.id, null as "duplicateOf" from stored cross join woken where woken.jobs >= 0
    union all select id, first_id from duplicates`;
  const results = new Map(rows.map(({ id, duplicateOf }) => [id, toResult(duplicateOf)]));
  return inputs.map(({ message }) => results.get(message.id) ?? { stored: false });
}

function toResult(duplicateOf: string | null): StoreResult {
  return duplicateOf ? { stored: false, duplicateOf } : { stored: true };
}
