import { sql } from '@/lib/database/db';
import { searchedOf } from '@/lib/messages/erase';
import { wordsOf } from '@/lib/messages/words';

/** Contents and files of messages, and what they are found by but for those recipients who are still known. Last: it leads to them. */
export async function eraseContents(ids: string[]): Promise<void> {
  const words = (await searchedOf(ids)).map(({ id, recipients, tags, category }) => ({
    id,
    words: wordsOf({ recipients: recipients.filter(({ erased }) => !erased), tags, category }),
  }));
  await sql()`
    with files as (
      delete from message_attachments where message_id = any(${ids}::uuid[]) and message_id between ${ids[0]!} and ${ids.at(-1)!}
    ),
    answers as (delete from idempotency_keys where message_id = any(${ids}::uuid[])),
    alike as (delete from dedupe_keys where message_id = any(${ids}::uuid[]))
    update message_bodies b set html = null, text = null, template = null, provider_template = null, reply_to = null, headers = null, tracking = null, raw = null, words = array_to_tsvector(w.words)
    from (
      select id, array(select jsonb_array_elements_text(words)) as words
      from jsonb_to_recordset(${sql().json(words)}) as r(id uuid, words jsonb)) w
    where b.message_id::text = w.id::text and b.message_id = any(${ids}::uuid[]) and b.message_id between ${ids[0]!} and ${ids.at(-1)!}`;
}
