import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { migrate } from '@/lib/database/migrate';

const admin = () => postgres(process.env.RELEVO_TEST_ADMIN_URL!, { max: 1, onnotice: () => undefined });

export type OldDatabase = { url: string; sql: postgres.Sql; drop: () => Promise<void> };

/** A database as it was before the migration whose name begins with `tag`, for tests of what that makes of data. */
export async function makeOldDatabase(name: string, tag: string): Promise<OldDatabase> {
  const database = `${name}_${process.pid}`;
  const onServer = async (statement: string) => {
    const client = admin();
    await client.unsafe(statement);
    await client.end();
  };
  await onServer(`create database ${database}`);
  const url = Object.assign(new URL(process.env.RELEVO_TEST_ADMIN_URL!), { pathname: `/${database}` }).href;
  const folder = folderBefore(tag);
  await migrate(url, folder);
  rmSync(folder, { recursive: true });
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const drop = async () => {
    await sql.end();
    await onServer(`drop database ${database} with (force)`);
  };
  return { url, sql, drop };
}

/** The migrations as they were before that one. */
function folderBefore(tag: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'relevo-migrations-'));
  cpSync('drizzle/migrations', folder, { recursive: true });
  const journal = join(folder, 'meta/_journal.json');
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8'));
  const until = entries.findIndex((entry: { tag: string }) => entry.tag.startsWith(tag));
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, until) }));
  return folder;
}
