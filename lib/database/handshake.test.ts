import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/ids';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { databaseUrl } from './database-url';
import { sql } from './db';
import { compareSchema, KNOWN_SCHEMA, SchemaError, untilMigrated } from './handshake';
import { migrate } from './migrate';

useDatabaseForEachTest();
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The migrations of a release to come: those of today and one more. */
function releaseWith(tag: string, statements: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'relevo-next-'));
  folders.push(folder);
  cpSync('drizzle/migrations', folder, { recursive: true });
  const file = join(folder, 'meta/_journal.json');
  const journal = JSON.parse(readFileSync(file, 'utf8'));
  journal.entries.push({
    ...journal.entries.at(-1),
    idx: journal.entries.length,
    when: KNOWN_SCHEMA + 1,
    tag,
  });
  writeFileSync(file, JSON.stringify(journal));
  writeFileSync(join(folder, `${tag}.sql`), statements);
  return folder;
}

const GONE = 'alter table providers drop column name;';

async function plantProcess(kind: 'web' | 'worker', silentSeconds = 0): Promise<void> {
  await sql()`
    insert into processes (id, kind, host, pid, version, schema_at, started_at, beat_at)
    values (${newId()}, ${kind}, 'mail-2', 4711, '0.0.9', ${KNOWN_SCHEMA}, now(), now() - make_interval(secs => ${silentSeconds}))`;
}

const hasName = async () =>
  (
    await sql()`select from information_schema.columns where table_name = 'providers' and column_name = 'name'`
  ).length > 0;

describe('a release whose database older programs can use', () => {
  it('comes while they run, and they go on', async () => {
    await plantProcess('worker');
    await migrate(databaseUrl(), releaseWith('9000_more', 'alter table providers add column more text;'));
    expect(await compareSchema(sql())).toBe('ready');
  });
});

describe('a release whose database they cannot use', () => {
  it('does not come while any of them runs, and names each', async () => {
    await plantProcess('worker');
    await plantProcess('web', 120);
    const coming = migrate(databaseUrl(), releaseWith('9000_gone', GONE), ['9000_gone']);
    await expect(coming).rejects.toThrow(SchemaError);
    await expect(coming).rejects.toThrow('worker on mail-2 (process 4711, Relevo 0.0.9)');
    await expect(coming).rejects.not.toThrow('web on mail-2');
    expect(await hasName()).toBe(true);
    expect(await compareSchema(sql())).toBe('ready');
  });

  it('comes once they have ended, and keeps them from beginning again', async () => {
    await plantProcess('worker', 120);
    await migrate(databaseUrl(), releaseWith('9000_gone', GONE), ['9000_gone']);
    expect(await hasName()).toBe(false);
    const asked = compareSchema(sql(), { version: '0.0.9' });
    await expect(asked).rejects.toThrow(/this program \(Relevo 0\.0\.9\) cannot run any more/);
    expect(await compareSchema(sql(), { known: KNOWN_SCHEMA + 1 })).toBe('ready');
  });
});

describe('a migration that fails', () => {
  it('leaves the database as it was, and the Relevo of before goes on with it', async () => {
    const half = releaseWith(
      '9000_half',
      'create table half (id int);--> statement-breakpoint\nselect 1 / 0;',
    );
    await expect(migrate(databaseUrl(), half)).rejects.toMatchObject({ cause: { code: '22012' } });
    expect(await sql()`select to_regclass('half') as half`).toEqual([{ half: null }]);
    expect(await compareSchema(sql())).toBe('ready');
    // The same again, mended.
    await migrate(databaseUrl(), releaseWith('9000_whole', 'create table whole (id int);'));
    expect(await sql()`select to_regclass('whole')::text as whole`).toEqual([{ whole: 'whole' }]);
  });
});

describe('a program that is newer than its database', () => {
  it('waits, says for what, and goes on', async () => {
    await sql()`delete from drizzle.__drizzle_migrations where created_at = ${KNOWN_SCHEMA}`;
    const told: string[] = [];
    const waiting = untilMigrated(sql(), {
      everyMs: 10,
      tell: (sentence) => {
        told.push(sentence);
        void sql()`insert into drizzle.__drizzle_migrations (hash, created_at) values ('', ${KNOWN_SCHEMA})`.execute();
      },
    });
    await waiting;
    expect(told).toEqual([expect.stringContaining('npm run migrate')]);
  });

  it('gives up in the end', async () => {
    await sql()`delete from drizzle.__drizzle_migrations`;
    const waiting = untilMigrated(sql(), { limitMs: 20, everyMs: 5, tell: () => undefined });
    await expect(waiting).rejects.toThrow('nobody has brought it up to date');
  });
});
