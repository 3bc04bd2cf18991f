import { sql } from '@/lib/database/db';
import { onOwnConnection } from '@/lib/database/own-connection';

type StoredFile = { sha256: Buffer; content: Buffer };

/** As much as goes into one statement without holding anybody up: it is written as hexadecimal, and copied several times. */
const PIECE_BYTES = 256 * 1024;

/** Files that this process is storing at this moment: a thousand messages with the same one need it once. */
const underWay = new Map<string, Promise<void>>();

/**
 * Content-addressed and idempotent. What nobody refers to is cleaned up after a day; so its time of use is written at most once an hour, and
 * messages with the same file do not wait for each other.
 */
export async function storeFiles(files: StoredFile[]): Promise<void> {
  const byHash = new Map(files.map((file) => [file.sha256.toString('hex'), file]));
  if (byHash.size === 0) return;
  const ages = await readAges([...byHash.keys()]);
  // One at a time keeps memory flat.
  for (const [hash, file] of byHash) {
    const age = ages.get(hash);
    if (age === 'fresh') continue;
    if (age === 'used') await touchUnlessLocked(file);
    else await once(hash, () => storeOrTouch(file));
  }
}

/** `fresh`: used within the hour. `used`: longer ago, but no clean-up takes it today. */
async function readAges(hashes: string[]): Promise<Map<string, 'fresh' | 'used' | 'old'>> {
  const rows = await sql()<{ hash: string; age: 'fresh' | 'used' | 'old' }[]>`
    select hash,
      case when used_at > now() - interval '1 hour' then 'fresh'
           when used_at > now() - interval '12 hours' then 'used' else 'old' end as age
    from unnest(${hashes}::text[]) as hash join attachments on sha256 = decode(hash, 'hex')`;
  return new Map(rows.map(({ hash, age }) => [hash, age]));
}

/** Whoever has it locked touches it. */
async function touchUnlessLocked({ sha256 }: StoredFile): Promise<void> {
  await sql()`
    update attachments set used_at = now()
    where sha256 in (
      select sha256 from attachments
      where sha256 = ${sha256} and used_at <= now() - interval '1 hour' for update skip locked)`;
}

async function once(hash: string, store: () => Promise<void>): Promise<void> {
  const storing = underWay.get(hash) ?? store().finally(() => underWay.delete(hash));
  underWay.set(hash, storing);
  await storing;
}

/** An old one may be under the hands of the clean-up: this waits for it, and stores the file anew where it went. Another batch may have stored it meanwhile. */
async function storeOrTouch(file: StoredFile): Promise<void> {
  const { sha256, content } = file;
  const [row] = await sql()<{ there: boolean }[]>`
    with touched as (
      update attachments set used_at = now() where sha256 = ${sha256} and used_at <= now() - interval '1 hour' returning 1
    )
    select exists (select from touched)
      or exists (select from attachments where sha256 = ${sha256} and used_at > now() - interval '1 hour') as there`;
  if (row?.there) return;
  if (content.length > PIECE_BYTES) await storeInPieces(file);
  else
    await sql()`
      insert into attachments (sha256, content, size_bytes) values (${sha256}, ${content}, ${content.length})
      on conflict (sha256) do nothing`;
}

/** To a table of that connection alone, which is neither logged nor synchronised, and ends with it. */
function storeInPieces({ sha256, content }: StoredFile): Promise<void> {
  return onOwnConnection(async (own) => {
    await own.unsafe(`
      create temporary table file_pieces (at integer, piece bytea);
      alter table pg_temp.file_pieces alter column piece set storage external`);
    for (let at = 0; at < content.length; at += PIECE_BYTES)
      await own`insert into pg_temp.file_pieces values (${at}, ${content.subarray(at, at + PIECE_BYTES)})`;
    // A connection that was lost and made anew has none of the pieces.
    const [whole] = await own`
      select from pg_temp.file_pieces having sum(octet_length(piece)) = ${content.length}::int`;
    if (!whole) throw new Error('a file did not arrive whole in the database');
    await own`
      insert into attachments (sha256, content, size_bytes)
      select ${sha256}, string_agg(piece, ''::bytea order by at), ${content.length}::int from pg_temp.file_pieces
      on conflict (sha256) do nothing`;
  });
}
