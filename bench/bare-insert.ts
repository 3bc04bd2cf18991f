import type postgres from 'postgres';
import { weekOf } from '@/lib/database/partitions';
import { newId } from '@/lib/ids';
import { wordsOf } from '@/lib/messages/words';
import { sampleMessage } from './sample';

const COLUMNS = `id, status, channel, priority, category, sender, subject, recipients, recipient_addresses, tags,
  attachment_count, size_bytes, accepted_by_type, due_at, accepted_at`;

const TABLES = ['messages', 'message_bodies', 'events'];

/** Copies of the tables that have a row for each accepted message, with their indexes and this week's partition. */
export async function createBareTables(sql: postgres.Sql): Promise<void> {
  const { suffix, from, to } = weekOf(new Date());
  await sql.unsafe('create schema bare');
  for (const table of TABLES)
    await sql.unsafe(`
      create table bare.${table} (like public.${table} including all) partition by range (${table === 'messages' ? 'id' : 'message_id'});
      create table bare.${table}_${suffix} partition of bare.${table} for values from ('${from}') to ('${to}')
        ${table === 'messages' ? 'with (fillfactor = 50)' : ''}`);
}

/** What there is to beat: the same rows into the same columns by one statement; nothing is checked and nothing is queued. */
export async function insertBare(sql: postgres.Sql, count: number): Promise<void> {
  const { from, to, subject, text } = sampleMessage();
  const repeat = <T>(value: T): T[] => Array.from({ length: count }, () => value);
  const ids = Array.from({ length: count }, newId);
  const eventIds = Array.from({ length: count }, newId);
  const recipients = JSON.stringify([{ kind: 'to', address: to, status: 'waiting' }]);
  const words = wordsOf({ subject, recipients: [{ address: to }], tags: [], category: 'transactional' });
  await sql`
    with stored as (
      insert into bare.messages (${sql.unsafe(COLUMNS)})
      select id, 'queued', 'email', 2, 'transactional', sender, subject, recipients::jsonb, array[recipient], '{}',
        0, octet_length(${text}), 'token:bench', now(), now()
      from unnest(${ids}::uuid[], ${repeat(from)}::text[], ${repeat(subject)}::text[], ${repeat(recipients)}::text[],
        ${repeat(to)}::text[]) as u(id, sender, subject, recipients, recipient)
    ),
    noted as (
      insert into bare.events (id, message_id, type, at)
      select event_id, id, 'queued', now() from unnest(${eventIds}::uuid[], ${ids}::uuid[]) as u(event_id, id)
    )
    insert into bare.message_bodies (message_id, text, words)
    select id, body, array_to_tsvector(${words}::text[]) from unnest(${ids}::uuid[], ${repeat(text)}::text[]) as u(id, body)`;
}
