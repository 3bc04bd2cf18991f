import type postgres from 'postgres';
import journal from '@/drizzle/migrations/meta/_journal.json' with { type: 'json' };
import { sleep } from '@/lib/async/abort';
import { VERSION } from '@/lib/process/version';

/** When the newest migration that this program knows was made. */
export const KNOWN_SCHEMA: number = Math.max(...journal.entries.map(({ when }) => when));

/** A migration, by its tag, after which programs that do not know it cannot run: what they read is gone. Each release that has one says so in its notes. */
export const BREAKING: readonly string[] = [];

/** What cannot run together. The message is a sentence for who looks after it. */
export class SchemaError extends Error {
  override name = 'SchemaError';
}

/** `behind`: somebody has yet to bring the database up to date. Ahead of this program it may well be. @throws SchemaError */
export async function compareSchema(
  sql: postgres.Sql,
  { known = KNOWN_SCHEMA, version = VERSION } = {},
): Promise<'ready' | 'behind'> {
  const [there] = await sql<{ migrations: boolean; marks: boolean }[]>`
    select to_regclass('drizzle.__drizzle_migrations') is not null as migrations, to_regclass('public.schema_marks') is not null as marks`;
  if (!there!.migrations) return 'behind';
  if (there!.marks) {
    const [mark] = await sql<{ version: string }[]>`
      select version from schema_marks where schema_at > ${known} order by schema_at desc limit 1`;
    if (mark)
      throw new SchemaError(
        `The database was brought up to date by Relevo ${mark.version}, with which this program (Relevo ${version}) cannot run any more: update it here as well.`,
      );
  }
  const [row] = await sql<{ applied: string | null }[]>`
    select max(created_at)::text as applied from drizzle.__drizzle_migrations`;
  return Number(row!.applied ?? 0) < known ? 'behind' : 'ready';
}

type Wait = { limitMs?: number; everyMs?: number; tellEveryMs?: number; tell: (sentence: string) => void };

/** Until somebody else has brought the database up to date. @throws SchemaError after ten minutes, and at once where the two cannot run together */
export async function untilMigrated(
  sql: postgres.Sql,
  { limitMs = 600_000, everyMs = 1_000, tellEveryMs = 10_000, tell }: Wait,
): Promise<void> {
  const began = performance.now();
  for (let toldAt = Number.NEGATIVE_INFINITY; (await compareSchema(sql)) === 'behind'; await sleep(everyMs)) {
    const now = performance.now();
    if (now - began > limitMs)
      throw new SchemaError(
        'The database is of an older Relevo than this program, and nobody has brought it up to date: run `npm run migrate`.',
      );
    if (now - toldAt < tellEveryMs) continue;
    toldAt = now;
    tell('Waiting until the database is brought up to date (`npm run migrate`, or a start of `npm start`).');
  }
}

type Entry = { tag: string; when: number };

/**
 * Before the first of them is taken: those who could not run afterwards must have ended. @throws SchemaError that names each
 */
export async function refuseOverOthers(
  sql: postgres.Sql,
  entries: Entry[],
  breaking: readonly string[],
): Promise<void> {
  const [there] = await sql<
    { processes: boolean }[]
  >`select to_regclass('public.processes') is not null as processes`;
  if (!there!.processes) return;
  const [row] = await sql<{ applied: string | null }[]>`
    select max(created_at)::text as applied from drizzle.__drizzle_migrations`;
  const applied = Number(row!.applied ?? 0);
  const next = entries.find(({ tag, when }) => when > applied && breaking.includes(tag));
  if (!next) return;
  const older = await sql<{ kind: string; host: string; pid: number; version: string }[]>`
    select kind, host, pid, version from processes
    where schema_at < ${next.when} and beat_at > now() - make_interval(secs => ${ALIVE_SECONDS}) order by host, kind, pid`;
  if (older.length === 0) return;
  const who = older.map(
    ({ kind, host, pid, version }) => `${kind} on ${host} (process ${pid}, Relevo ${version})`,
  );
  throw new SchemaError(
    `Nothing was changed: Relevo ${VERSION} changes the database so that older programs cannot run any more, and these still do: ${who.join(', ')}. Stop them, then start it again.`,
  );
}

/** Silent for longer, a process is not there any more: three beats. */
export const ALIVE_SECONDS = 30;

/** Said to whoever starts or beats with an older program. */
export async function noteMarks(
  sql: postgres.Sql,
  entries: Entry[],
  breaking: readonly string[],
): Promise<void> {
  for (const { when } of entries.filter(({ tag }) => breaking.includes(tag)))
    await sql`insert into schema_marks (schema_at, version) values (${when}, ${VERSION}) on conflict do nothing`;
}
