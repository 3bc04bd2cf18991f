import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { parseKeyring } from '@/lib/crypto/keyring';
import { migrate } from '@/lib/database/migrate';
import { AppError } from '@/lib/errors';
import { Header, Keys, Manifest } from './manifest';
import { migrateTo } from './migrate-to';
import { openOne } from './open-one';
import { type Entry, readEntries, textOf } from './read-backup';
import { copyIn, listTables, quoted, steady, sumOf } from './tables';

export type Restored = { header: Header; manifest: Manifest; masterKey: string };

/**
 * Into a database that is new and empty: tables as they were then, rows, then every sum of them compared and a secret opened, and only then the
 * migrations that came since. @throws AppError where anything is not what it was
 */
export async function restoreInto(url: string, file: string, identity: string): Promise<Restored> {
  const found: Partial<Restored> = {};
  const read = new Map<string, Copied>();
  const client = new Client({ connectionString: url, application_name: 'relevo restore' });
  client.on('error', () => undefined);
  let loading: Loading | undefined;
  try {
    for await (const entry of readEntries(file, identity)) {
      const [kind, table] = entry.header.name.split('/');
      if (kind === 'header.json') {
        found.header = readHeader(await textOf(entry));
        await prepare(url, client, found.header);
      } else if (kind === 'keys.json')
        found.masterKey = Keys.parse(JSON.parse(await textOf(entry))).masterKey;
      else if (kind === 'manifest.json') found.manifest = Manifest.parse(JSON.parse(await textOf(entry)));
      else if (kind === 'tables') {
        if (loading?.name !== table) {
          await loading?.end();
          loading = new Loading(client, tableOf(found.header, table), read);
        }
        await loading?.take(entry);
      }
    }
    await loading?.end();
    const restored = whole(found);
    await compare(client, restored.manifest, read);
    await openOne(client, parseKeyring(restored.masterKey));
    await triggers(client, restored.header, 'enable');
    return restored;
  } finally {
    loading?.abandon();
    await client.end().catch(() => undefined);
  }
}

/** What a program of today needs: the rest of the migrations, and the planner's figures. */
export async function bringUpToDate(url: string): Promise<void> {
  await migrate(url);
  const client = new Client({ connectionString: url, application_name: 'relevo restore' });
  await client.connect();
  try {
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

function readHeader(text: string): Header {
  const parsed = Header.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const { format, relevo } = JSON.parse(text) as { format?: number; relevo?: string };
  throw new AppError(
    'validation_failed',
    `This backup has format ${format}, of Relevo ${relevo}: take that version or a newer one to restore it.`,
  );
}

async function prepare(url: string, client: Client, header: Header): Promise<void> {
  await migrateTo(url, header.migration);
  await client.connect();
  await steady(client);
  for (const { parent, name, bounds } of header.partitions)
    await client.query(`create table if not exists ${quoted(name)} partition of ${quoted(parent)} ${bounds}`);
  await triggers(client, header, 'disable');
  const tables = header.tables.map(({ name }) => quoted(name));
  // What migrations put there comes back with the rest, as it was then.
  await client.query(`truncate ${tables.join(', ')} cascade`);
}

/** Those of ours fire when something happens, not when it comes back. */
async function triggers(client: Client, { tables }: Header, what: 'enable' | 'disable'): Promise<void> {
  for (const { name } of tables) await client.query(`alter table ${quoted(name)} ${what} trigger user`);
}

function tableOf(header: Header | undefined, name: string | undefined) {
  const table = header?.tables.find((each) => each.name === name);
  if (!table) throw new AppError('validation_failed', 'The backup is in no order that could be read.');
  return table;
}

type Copied = { bytes: number; sha256: string };
const NOTHING: Copied = { bytes: 0, sha256: createHash('sha256').digest('hex') };

class Loading {
  readonly name: string;
  private readonly stream;
  private readonly hash = createHash('sha256');
  private bytes = 0;

  constructor(
    client: Client,
    table: Header['tables'][number],
    private readonly read: Map<string, Copied>,
  ) {
    this.name = table.name;
    this.stream = client.query(copyFrom(copyIn(table)));
    this.stream.on('error', () => undefined);
  }

  async take(entry: Entry): Promise<void> {
    for await (const chunk of entry) {
      this.hash.update(chunk);
      this.bytes += chunk.length;
      if (!this.stream.write(chunk)) await once(this.stream, 'drain');
    }
  }

  async end(): Promise<void> {
    this.stream.end();
    await finished(this.stream);
    this.read.set(this.name, { bytes: this.bytes, sha256: this.hash.digest('hex') });
  }

  abandon(): void {
    if (!this.stream.writableEnded) this.stream.destroy();
  }
}

function whole({ header, manifest, masterKey }: Partial<Restored>): Restored {
  if (header && manifest && masterKey) return { header, manifest, masterKey };
  throw new AppError('validation_failed', 'The backup is cut off: its end is missing. Take another one.');
}

/** What was read with what was written, then what the database has with what it had. */
async function compare(client: Client, manifest: Manifest, read: Map<string, Copied>): Promise<void> {
  const there = new Map((await listTables(client)).map((table) => [table.name, table]));
  for (const { name, columns, rows, sum, bytes, sha256 } of manifest.tables) {
    const copied = read.get(name) ?? NOTHING;
    if (copied.bytes !== bytes || copied.sha256 !== sha256)
      throw new AppError(
        'validation_failed',
        `${name} was read with ${copied.bytes} bytes of ${bytes}, or with others.`,
      );
    if (!there.has(name)) throw new AppError('validation_failed', `The table ${name} did not come back.`);
    const found = await sumOf(client, { name, columns });
    if (found.rows !== rows || found.sum !== sum)
      throw new AppError(
        'validation_failed',
        `${name} came back with ${found.rows} rows of ${rows}, or with others than it had.`,
      );
  }
}
