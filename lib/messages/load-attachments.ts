import { typeOfFile } from '@/lib/channels/email/file-type';
import type { OutgoingAttachment } from '@/lib/channels/outgoing';
import { sql } from '@/lib/database/db';
import { notFound } from '@/lib/errors';

/**
 * PostgreSQL writes bytes as twice as many digits, which stand once in what came in and once more as text before they are bytes again: what
 * is larger is read piece by piece, or a file of 25 MB would take 125 for a moment.
 */
const PIECE_BYTES = 1024 * 1024;

type Stored = {
  filename: string;
  content_type: string | null;
  content_id: string | null;
  sha256: Buffer;
  bytes: number;
  content: Buffer | null;
};

export async function loadAttachments(messageId: string): Promise<OutgoingAttachment[]> {
  const rows = await sql()<Stored[]>`
    select f.filename, f.content_type, f.content_id, a.sha256, octet_length(a.content) as bytes,
      case when octet_length(a.content) <= ${PIECE_BYTES}::int then a.content end as content
    from message_attachments f join attachments a on a.sha256 = f.sha256
    where f.message_id = ${messageId} and f.position >= 0 order by f.position`;
  const files: OutgoingAttachment[] = [];
  // One after the other, for the same reason.
  for (const row of rows)
    files.push({
      filename: row.filename,
      contentType: typeOfFile(row.filename, row.content_type),
      typeGuessed: row.content_type === null,
      contentId: row.content_id ?? undefined,
      content: row.content ?? (await loadLarge(row.sha256, row.bytes)),
    });
  return files;
}

/** What is in a file; null: there is none any more. */
export async function loadFile(sha256: Buffer): Promise<Buffer | null> {
  const [row] = await sql()<{ bytes: number }[]>`
    select octet_length(content) as bytes from attachments where sha256 = ${sha256}`;
  return row ? loadLarge(sha256, row.bytes) : null;
}

/** Only of a file that is still named by somebody. */
async function loadLarge(sha256: Buffer, bytes: number): Promise<Buffer> {
  const content = Buffer.alloc(bytes);
  for (let at = 0; at < bytes; at += PIECE_BYTES) {
    const [row] = await sql()<{ piece: Buffer }[]>`
      select substring(content from ${at + 1}::int for ${PIECE_BYTES}::int) as piece
      from attachments where sha256 = ${sha256}`;
    if (!row) throw notFound('attachment', sha256.toString('hex'));
    row.piece.copy(content, at);
  }
  return content;
}
