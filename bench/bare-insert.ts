import type postgres from 'postgres';
import { newId } from '@/lib/ids';
import { weekOf } from '@/lib/partitions';
import { sampleMessage } from './sample';

const COLUMNS = `id, status, channel, priority, category, from_email, subject, recipients, recipient_emails, tags,
  attachment_count, size_bytes, accepted_by, due_at, accepted_at`;

/** Copies of the two tables that hold a message, with their indexes and this week's partition. */
export async function createBareTables(sql: postgres.Sql): Promise<void> {
  const { suffix, from, to } = weekOf(new Date());
  await sql.unsafe(`
    create schema bare;
    create table bare.messages (like public.messages including all) partition by range (id);
    create table bare.message_bodies (like public.message_bodies including all) partition by range (message_id);
    create table bare.messages_${suffix} partition of bare.messages for values from ('${from}') to ('${to}')
      with (fillfactor = 50);
    create table bare.message_bodies_${suffix} partition of bare.message_bodies for values from ('${from}') to ('${to}')`);
}

/** What there is to beat: the same rows into the same columns by two statements in one transaction; nothing is checked, queued or noted. */
export async function insertBare(sql: postgres.Sql, count: number): Promise<void> {
  const { from, to, subject, text } = sampleMessage();
  const repeat = <T>(value: T): T[] => Array.from({ length: count }, () => value);
  const ids = Array.from({ length: count }, newId);
  const recipients = JSON.stringify([{ kind: 'to', email: to, status: 'waiting' }]);
  await sql`
    with stored as (
      insert into bare.messages (${sql.unsafe(COLUMNS)})
      select id, 'queued', 'email', 2, 'transactional', sender, subject, recipients::jsonb, array[recipient], '{}',
        0, octet_length(${text}), 'token:bench', now(), now()
      from unnest(${ids}::uuid[], ${repeat(from)}::text[], ${repeat(subject)}::text[], ${repeat(recipients)}::text[],
        ${repeat(to)}::text[]) as u(id, sender, subject, recipients, recipient)
    )
    insert into bare.message_bodies (message_id, text)
    select * from unnest(${ids}::uuid[], ${repeat(text)}::text[])`;
}
