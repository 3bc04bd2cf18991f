import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { databaseUrl } from '@/lib/database/database-url';
import { quoted } from './tables';

/** The same server's database of another name. */
export function urlOf(name: string, url = databaseUrl()): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(name)}`;
  return other.toString();
}

export function databaseName(url = databaseUrl()): string {
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

/** A database of its own, which nobody else sees; the caller drops it or gives it another name. */
export async function createScratch(): Promise<string> {
  const name = `relevo_scratch_${randomBytes(6).toString('hex')}`;
  await onServer((client) =>
    client.query(`create database ${quoted(name)} template template0 encoding 'UTF8'`),
  );
  return name;
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
