import type postgres from 'postgres';
import { idFloor } from '@/lib/ids';
import { log } from '@/lib/log';
import { sql as ownSql } from './db';

/** `messages` and what belongs to one; all have the same weeks. */
export const PARTITIONED = [
  'messages',
  'message_bodies',
  'message_attachments',
  'attempts',
  'events',
  'sandbox_messages',
] as const;
/** Rows that are updated in place: half of each page is left for their next versions, so that a claim touches no index. */
const UPDATED: readonly string[] = ['messages', 'attempts'];
const LOCK = 7_355_609;
const CHECK_VIOLATION = '23514';
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
/** Monday, 1970-01-05: weeks start on Mondays, UTC. */
const FIRST_MONDAY_MS = 4 * 24 * 60 * 60 * 1000;

export type Week = { suffix: string; from: string; to: string };

/** The weekly partition an id of that moment lies in. */
export function weekOf(date: Date): Week {
  const start = Math.floor((date.getTime() - FIRST_MONDAY_MS) / WEEK_MS) * WEEK_MS + FIRST_MONDAY_MS;
  const suffix = new Date(start).toISOString().slice(0, 10).replaceAll('-', '');
  return { suffix, from: idFloor(new Date(start)), to: idFloor(new Date(start + WEEK_MS)) };
}

/** Makes this week's and the coming weeks' partitions. Idempotent; run at every start and nightly. */
export async function ensurePartitions(sql: postgres.Sql, weeksAhead = 4, now = new Date()): Promise<void> {
  for (let week = 0; week <= weeksAhead; week++) {
    const { suffix, from, to } = weekOf(new Date(now.getTime() + week * WEEK_MS));
    // One message, so one transaction: `if not exists` alone fails when two processes do this at once.
    for (const table of PARTITIONED)
      await sql
        .unsafe(
          `select pg_advisory_xact_lock(${LOCK}); create table if not exists "${table}_${suffix}" partition of "${table}" for values from ('${from}') to ('${to}')${UPDATED.includes(table) ? ' with (fillfactor = 50)' : ''}`,
        )
        .catch(leaveToDefault(table, suffix));
  }
}

/**
 * A clock that ran ahead made ids of a week to come: their rows lie in the default partition, which serves that week then. No reason
 * not to start.
 */
function leaveToDefault(table: string, week: string) {
  return (error: unknown): void => {
    if ((error as { code?: string }).code !== CHECK_VIOLATION) throw error;
    log.warn('the default partition has rows of this week already', { table, week });
  };
}

/** The same on this system's own database, for the nightly job. */
export async function ensureComingPartitions(): Promise<void> {
  await ensurePartitions(ownSql());
}

/** The weeks there are partitions of, oldest first. */
export async function listWeeks(): Promise<string[]> {
  const rows = await ownSql()<{ week: string }[]>`
    select right(c.relname, 8) as week
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'messages'::regclass and c.relname ~ '^messages_[0-9]{8}$'
    order by 1`;
  return rows.map(({ week }) => week);
}
