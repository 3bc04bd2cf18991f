import { typeOfFile } from '@/lib/channels/email/file-type';
import type { OutgoingAttachment } from '@/lib/channels/outgoing';
import { sql } from '@/lib/database/db';

export async function loadAttachments(messageId: string): Promise<OutgoingAttachment[]> {
  const rows = await sql()<
    { filename: string; content_type: string | null; content_id: string | null; content: Buffer }[]
  >`
    select f.filename, f.content_type, f.content_id, a.content
    from message_attachments f join attachments a on a.sha256 = f.sha256
    where f.message_id = ${messageId} and f.position >= 0 order by f.position`;
  return rows.map((row) => ({
    filename: row.filename,
    contentType: typeOfFile(row.filename, row.content_type),
    typeGuessed: row.content_type === null,
    contentId: row.content_id ?? undefined,
    content: row.content,
  }));
}
