import { sql } from '@/lib/database/db';

/** The mail that a message came as; null: it came as fields, or its content is gone. */
export async function loadRaw(messageId: string): Promise<Buffer | null> {
  const [row] = await sql()<{ raw: Buffer | null }[]>`
    select coalesce(b.raw, (
      select a.content from message_attachments f join attachments a on a.sha256 = f.sha256
      where f.message_id = ${messageId} and f.position = -1)) as raw
    from message_bodies b where b.message_id = ${messageId}`;
  return row?.raw ?? null;
}
