import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { createZstdCompress, constants as zlib } from 'node:zlib';
import { Encrypter } from 'age-encryption';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type Pack, pack } from 'tar-stream';
import { keyring } from '@/lib/crypto/keyring';
import type { Header, Manifest } from './manifest';
import { FORMAT } from './manifest';
import { type BackedTable, copyOut, listPartitions, listTables, steady, sumOf } from './tables';

/** So much of a table is held in memory, whatever its size: an entry of an archive says its length first. */
const PART_BYTES = 4 * 1024 * 1024;

type Options = { url: string; file: string; recipients: string[]; version: string };

/**
 * All rows as of one moment, into an encrypted file that has its name only once it is whole. An archive (tar) of copied tables, compressed (zstd), encrypted
 * (age): each a common format.
 */
export async function writeBackup({ url, file, recipients, version }: Options): Promise<Manifest> {
  const partial = `${file}.partial`;
  const client = new Client({ connectionString: url, application_name: 'relevo backup' });
  client.on('error', () => undefined);
  await client.connect();
  const archive = pack();
  try {
    await steady(client);
    await client.query('begin isolation level repeatable read read only');
    const written = write(archive, partial, recipients);
    const filled = fill(client, archive, version);
    filled.catch((error: Error) => archive.destroy(error));
    const [manifest] = await Promise.all([filled, written]);
    await settle(partial);
    await rename(partial, file);
    return manifest;
  } catch (error) {
    archive.destroy();
    await rm(partial, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function write(archive: Pack, partial: string, recipients: string[]): Promise<void> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const compress = createZstdCompress({
    params: { [zlib.ZSTD_c_compressionLevel]: 3, [zlib.ZSTD_c_checksumFlag]: 1 },
  });
  const compressed = pipeline(archive, compress);
  compressed.catch(() => undefined);
  const encrypted = await encrypter.encrypt(
    Readable.toWeb(compress) as globalThis.ReadableStream<Uint8Array>,
  );
  await pipeline(
    Readable.fromWeb(encrypted as unknown as ReadableStream),
    createWriteStream(partial, { mode: 0o600, flags: 'w' }),
  );
  await compressed;
}

async function fill(client: Client, archive: Pack, version: string): Promise<Manifest> {
  const tables = await listTables(client);
  await put(archive, 'header.json', JSON.stringify(await headerOf(client, tables, version)));
  await put(archive, 'keys.json', JSON.stringify({ masterKey: ringAsText() }));
  const told: Manifest['tables'] = [];
  for (const table of tables) {
    const copied = await copy(client, archive, table);
    told.push({ ...table, ...copied, ...(await sumOf(client, table)) });
  }
  await put(archive, 'manifest.json', JSON.stringify({ tables: told }));
  archive.finalize();
  return { tables: told };
}

async function headerOf(client: Client, tables: BackedTable[], relevo: string): Promise<Header> {
  const { rows } = await client.query<{ migration: string; server: string; at: Date }>(`
    select (select max(created_at) from drizzle.__drizzle_migrations)::text as migration,
      current_setting('server_version') as server, now() as at`);
  const [{ migration, server, at }] = rows as [(typeof rows)[number]];
  const partitions = await listPartitions(client);
  return {
    format: FORMAT,
    relevo,
    migration: Number(migration),
    server,
    at: at.toISOString(),
    partitions,
    tables,
  };
}

async function copy(client: Client, archive: Pack, table: BackedTable) {
  const hash = createHash('sha256');
  let bytes = 0;
  let part = 0;
  let held: Buffer[] = [];
  let size = 0;
  const flush = async () => {
    if (size === 0) return;
    await put(archive, `tables/${table.name}/${String(part++).padStart(6, '0')}`, Buffer.concat(held));
    held = [];
    size = 0;
  };
  for await (const chunk of client.query(copyTo(copyOut(table))) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
    held.push(chunk);
    size += chunk.length;
    if (size >= PART_BYTES) await flush();
  }
  await flush();
  return { bytes, sha256: hash.digest('hex') };
}

function put(archive: Pack, name: string, content: string | Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.entry({ name }, content, (error) => (error ? reject(error) : resolve()));
  });
}

/** As `RELEVO_MASTER_KEY` takes it. */
function ringAsText(): string {
  const { activeId, keys } = keyring();
  const others = [...keys].filter(([id]) => id !== activeId);
  return [[activeId, keys.get(activeId)!] as const, ...others]
    .map(([id, key]) => `${id}:${key.toString('base64')}`)
    .join(',');
}

/** On the disk, not only on its way there, before it has its name. */
async function settle(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
