import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { sessionUrl } from '@/lib/database/database-url';
import { quoted } from './tables';

/** The same server's database of another name. */
export function urlOf(name: string, url = sessionUrl()): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(name)}`;
  return other.toString();
}

export function databaseName(url = sessionUrl()): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

export async function onServer<T>(work: (client: Client) => Promise<T>, database = 'postgres'): Promise<T> {
  const client = new Client({ connectionString: urlOf(database), application_name: 'relevo backup' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Longer than any restore takes: whoever made it was killed. */
const ABANDONED_MS = 86_400_000;

/** A database of its own, which nobody else sees; the caller drops it or gives it another name. */
export async function createScratch(now = Date.now()): Promise<string> {
  const name = `relevo_scratch_${now}_${randomBytes(6).toString('hex')}`;
  await onServer(async (client) => {
    await dropAbandoned(client, now);
    await client.query(`create database ${quoted(name)} template template0 encoding 'UTF8'`);
  });
  return name;
}

/** Each is as large as all there is. Where somebody is connected it is not abandoned, whatever its name says. */
async function dropAbandoned(client: Client, now: number): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select datname as name from pg_database d
    where datname ~ '^relevo_scratch_[0-9]+_[0-9a-f]{12}$' and not exists (select from pg_stat_activity where datname = d.datname)`);
  for (const { name } of rows)
    if (now - Number(name.split('_')[2]) > ABANDONED_MS)
      await client.query(`drop database if exists ${quoted(name)}`);
}

export async function dropScratch(name: string): Promise<void> {
  await onServer((client) => client.query(`drop database if exists ${quoted(name)} with (force)`));
}

type Names = { name: string; scratch: string; before: string };

/** Both names change together: whoever ends in between leaves the one that was there in its place. */
export async function takePlaceOf({ name, scratch, before }: Names): Promise<void> {
  await onServer(async (client) => {
    await client.query('begin');
    await client.query(`alter database ${quoted(name)} rename to ${quoted(before)}`);
    await client.query(`alter database ${quoted(scratch)} rename to ${quoted(name)}`);
    await client.query('commit');
  });
}
