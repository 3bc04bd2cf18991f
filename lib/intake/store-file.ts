import { sql } from '@/lib/database/db';

type StoredFile = { sha256: Buffer; content: Buffer };

/** As much as goes into one statement without holding anybody up: it is written as hexadecimal, and copied several times. */
const PIECE_BYTES = 256 * 1024;

/**
 * Content-addressed and idempotent. What nobody refers to is cleaned up after a day.
 * A large file goes in pieces, to a table of that connection alone, which is neither logged nor synchronised.
 */
export async function storeFile(file: StoredFile): Promise<void> {
  const { sha256, content } = file;
  if (content.length <= PIECE_BYTES)
    await sql()`
      insert into attachments (sha256, content, size_bytes) values (${sha256}, ${content}, ${content.length})
      on conflict (sha256) do update set used_at = now()`;
  else {
    const known =
      await sql()`update attachments set used_at = now() where sha256 = ${sha256} returning size_bytes`;
    if (known.length === 0) await storeInPieces(file);
  }
}

async function storeInPieces({ sha256, content }: StoredFile): Promise<void> {
  const own = await sql().reserve();
  try {
    await own.unsafe(`
      drop table if exists pg_temp.file_pieces;
      create temporary table file_pieces (at integer, piece bytea);
      alter table pg_temp.file_pieces alter column piece set storage external`);
    for (let at = 0; at < content.length; at += PIECE_BYTES)
      await own`insert into pg_temp.file_pieces values (${at}, ${content.subarray(at, at + PIECE_BYTES)})`;
    const stored = await own`
      insert into attachments (sha256, content, size_bytes)
      select ${sha256}, string_agg(piece, ''::bytea order by at), ${content.length}::int from pg_temp.file_pieces
      having sum(octet_length(piece)) = ${content.length}::int
      on conflict (sha256) do update set used_at = now()
      returning size_bytes`;
    await own.unsafe('drop table pg_temp.file_pieces');
    // A connection that was lost and made anew has none of the pieces.
    if (stored.length === 0) throw new Error('a file did not arrive whole in the database');
  } finally {
    own.release();
  }
}
