import { sql as drizzleSql } from 'drizzle-orm';
import { logLevel } from '@/drizzle/schema/processes';
import { mutation } from '@/lib/audit/mutation';
import { boundTo, type Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { logAt } from '@/lib/log';
import { LOGS_CHANNEL } from './channel';
import type { LevelView, LogLevelInput } from './schema';

type Row = LevelView & { leftMs: number };
let ending: NodeJS.Timeout | undefined;

/**
 * How much all processes log for a while: each hears of it at once and falls back by its own clock, also where the database is away then.
 * @throws AppError forbidden for whoever is for some companies alone
 */
export async function setLogLevel(
  ctx: Context,
  { level, minutes }: LogLevelInput,
): Promise<LevelView | null> {
  refuseBound(ctx);
  await mutation(ctx, 'log.level', async (tx) => {
    await tx.delete(logLevel);
    if (level !== null)
      await tx.insert(logLevel).values({
        level,
        until: drizzleSql`now() + make_interval(mins => ${minutes})` as unknown as Date,
        setBy: ctx.actor.label,
      });
    await tx.execute(drizzleSql`select pg_notify(${LOGS_CHANNEL}, '{"level":true}')`);
    return { result: undefined, subjectId: null, after: level === null ? null : { level, minutes } };
  });
  return readLevel();
}

export function refuseBound(ctx: Context): void {
  if (boundTo(ctx))
    throw new AppError(
      'forbidden',
      'The log is of the whole system: not for who is for some companies alone.',
    );
}

export async function readLevel(): Promise<LevelView | null> {
  const row = await readRow();
  return row && { level: row.level, until: row.until, setBy: row.setBy };
}

async function readRow(): Promise<Row | null> {
  const [row] = await sql()<(Omit<Row, 'until'> & { until: Date })[]>`
    select level, until, set_by as "setBy", (extract(epoch from until - now()) * 1000)::float8 as "leftMs"
    from log_level where until > now()`;
  return row ? { ...row, until: row.until.toISOString() } : null;
}

/** In this process, until its end. */
export async function applyLevel(): Promise<void> {
  const row = await readRow();
  clearTimeout(ending);
  logAt(row?.level ?? null);
  if (row) ending = setTimeout(() => logAt(null), row.leftMs).unref();
}
