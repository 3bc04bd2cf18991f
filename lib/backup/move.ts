import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { Client } from 'pg';
import type { Context } from '@/lib/context';
import { sessionUrl } from '@/lib/database/database-url';
import { startEmbeddedPostgres } from '@/lib/database/embedded/start';
import { stopEmbeddedPostgres } from '@/lib/database/embedded/stop';
import { closeDb } from '@/lib/database/pools';
import { env } from '@/lib/env';
import { AppError, errorMessage } from '@/lib/errors';
import { dataDir } from '@/lib/process/paths';
import { VERSION } from '@/lib/process/version';
import { bringUpToDate, restoreInto } from './restore-into';
import { refuseRunning } from './running';
import { databaseName, urlOf } from './scratch';
import { quoted } from './tables';
import { writeBackup } from './write-backup';

export const EMBEDDED = 'embedded';

export type Moved = {
  rows: number;
  /** What `DATABASE_URL` is to say from now on, without the password; null: nothing. */
  to: string | null;
  /** What the embedded PostgreSQL had before, under this name. */
  before: string | null;
};

/**
 * Everything into another PostgreSQL, as of one moment, by a backup that is restored there and compared; or back into the embedded one. What
 * is here stays as it is. Nobody is to write meanwhile, so that nothing is sent twice or lost. @throws AppError conflict while Relevo runs or
 * where something is there already
 */
export async function moveDatabase(_ctx: Context, { to }: { to: string }): Promise<Moved> {
  const from = sessionUrl();
  await closeDb();
  await refuseRunning(databaseName(from));
  return to === EMBEDDED ? toEmbedded(from) : toOther(from, to);
}

async function toOther(from: string, to: string): Promise<Moved> {
  await requireEmpty(to);
  const rows = await copy(from, to);
  const shown = new URL(to);
  shown.password = '';
  return { rows, to: shown.href, before: null };
}

async function toEmbedded(from: string): Promise<Moved> {
  if (!env().DATABASE_URL)
    throw new AppError(
      'conflict',
      'The data are in the embedded PostgreSQL already: DATABASE_URL is not set.',
    );
  const { url } = await startEmbeddedPostgres();
  try {
    const moving = `relevo_moving_${Date.now()}`;
    const before = `relevo_before_${Date.now()}`;
    const server = urlOf('postgres', url);
    await on(server, (client) =>
      client.query(`create database ${quoted(moving)} template template0 encoding 'UTF8'`),
    );
    try {
      const rows = await copy(from, urlOf(moving, url));
      await on(server, async (client) => {
        await client.query('begin');
        await client.query(`alter database relevo rename to ${quoted(before)}`);
        await client.query(`alter database ${quoted(moving)} rename to relevo`);
        await client.query('commit');
      });
      return { rows, to: null, before };
    } catch (error) {
      await on(server, (client) => client.query(`drop database if exists ${quoted(moving)} with (force)`));
      throw error;
    }
  } finally {
    await stopEmbeddedPostgres();
  }
}

/** By a file in the data directory, for a key that nobody keeps. */
async function copy(from: string, to: string): Promise<number> {
  const file = join(dataDir(), `moving-${Date.now()}.rlvb`);
  const identity = await generateX25519Identity();
  try {
    const recipients = [await identityToRecipient(identity)];
    const { tables } = await writeBackup({ url: from, file, recipients, version: VERSION });
    await restoreInto(to, file, identity);
    await bringUpToDate(to);
    return tables.reduce((sum, { rows }) => sum + rows, 0);
  } finally {
    await rm(file, { force: true });
  }
}

const OLDEST = 150_000;

async function requireEmpty(url: string): Promise<void> {
  const found = await on(url, async (client) => {
    const { rows } = await client.query<{ version: number; encoding: string; tables: number }>(`
      select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
        (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema') as tables`);
    return rows[0]!;
  });
  const problem =
    found.version < OLDEST
      ? 'its PostgreSQL is older than 15'
      : found.encoding !== 'UTF8'
        ? `its encoding is ${found.encoding}, not UTF8`
        : found.tables > 0
          ? `there are ${found.tables} tables in it already; make an empty one`
          : null;
  if (problem) throw new AppError('conflict', `Nothing was moved into ${databaseName(url)}: ${problem}.`);
}

async function on<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'relevo move' });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const { host } = new URL(url);
    throw new AppError(
      'conflict',
      `The database ${databaseName(url)} at ${host} cannot be reached: ${errorMessage(error)}.`,
    );
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
