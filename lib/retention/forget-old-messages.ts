import { sleep } from '@/lib/async/abort';
import { mutation } from '@/lib/audit/mutation';
import { jobContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { PARTITIONED, weekOf } from '@/lib/database/partitions';
import { log } from '@/lib/log';
import type { Status } from '@/lib/messages/status';

export type Forgotten = { weeks: string[]; movedMessages: number; deletedMessages: number };

const DAY_MS = 24 * 60 * 60 * 1000;
/** Still going somewhere, or waiting for a person's decision: kept, however old. */
const UNFINISHED: Status[] = ['scheduled', 'queued', 'retrying', 'parked', 'uncertain'];
const IS_UNFINISHED = `status in (${UNFINISHED.map((status) => `'${status}'`).join(', ')})`;
/**
 * For all six tables together shorter than PostgreSQL's deadlock_timeout of 1 s: where a delivery and this wait for each other, this
 * gives way. And everybody who wants the tables queues behind a lock that is waited for.
 */
const LOCK_TIMEOUT_MS = 150;
/** Single messages are deleted so many at a time, so that no statement is long. */
const CHUNK = 1_000;
const PATIENCE = { tries: 20, pauseMs: 2_000 };

/**
 * Forgets the weeks whose last message is older than `days`: each is dropped whole, so that the cost does not depend on its size.
 * Unfinished messages move to the default partition first, and are deleted from there once they are finished and old.
 */
export async function forgetOldMessages(
  days: number,
  now = new Date(),
  patience = PATIENCE,
): Promise<Forgotten> {
  const cutoff = new Date(now.getTime() - days * DAY_MS);
  const result: Forgotten = { weeks: [], movedMessages: 0, deletedMessages: 0 };
  for (const week of await listWeeksBefore(cutoff)) {
    const moved = await dropWeek(week, patience);
    if (moved === null) break;
    result.weeks.push(week);
    result.movedMessages += moved;
  }
  result.deletedMessages = await deleteLateFinishers(cutoff);
  if (result.weeks.length > 0 || result.deletedMessages > 0) await note({ days, ...result });
  return result;
}

/** Oldest first. A week is one while any of its messages is young enough. */
async function listWeeksBefore(cutoff: Date): Promise<string[]> {
  const oldest = weekOf(cutoff).suffix;
  const rows = await sql()<{ week: string }[]>`
    select right(c.relname, 8) as week
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'messages'::regclass and c.relname ~ '^messages_[0-9]{8}$' and right(c.relname, 8) < ${oldest}
    order by 1`;
  return rows.map(({ week }) => week);
}

/** How many messages were moved out of it; null: the tables were busy all the time, the next night will do. */
async function dropWeek(week: string, { tries, pauseMs }: typeof PATIENCE): Promise<number | null> {
  for (let attempt = 1; attempt <= tries; attempt++) {
    try {
      const results = await sql().unsafe(steps(week).join(';\n'));
      return results.at(-1)![0].moved as number;
    } catch (error) {
      if (!isBusy(error)) throw error;
      await sleep(pauseMs);
    }
  }
  log.warn('old messages not forgotten: the tables were in use', { week });
  return null;
}

/** Sent as one message, so one transaction: a failure leaves the week as it was. */
function steps(week: string): string[] {
  return [
    `set local lock_timeout = ${LOCK_TIMEOUT_MS}`,
    `lock table ${PARTITIONED.map((table) => `only ${table}`).join(', ')} in access exclusive mode`,
    ...PARTITIONED.map((table) => `alter table ${table} detach partition ${table}_${week}`),
    // The first condition is the one of the index by status.
    `create temp table unfinished on commit drop as
     select id from messages_${week} where status not in ('sent', 'delivered') and ${IS_UNFINISHED}`,
    ...PARTITIONED.map(
      (table) =>
        `insert into ${table} select * from ${table}_${week} where ${keyOf(table)} in (select id from unfinished)`,
    ),
    `drop table ${PARTITIONED.map((table) => `${table}_${week}`).join(', ')}`,
    'select count(*)::int as moved from unfinished',
  ];
}

/** Messages that were kept while they were unfinished, and came to rest since. */
async function deleteLateFinishers(cutoff: Date): Promise<number> {
  for (let deleted = 0; ; ) {
    const count = await deleteChunk(cutoff);
    deleted += count;
    if (count < CHUNK) return deleted;
  }
}

async function deleteChunk(cutoff: Date): Promise<number> {
  const parts = PARTITIONED.filter((table) => table !== 'messages').map(
    (table) => `${table}_gone as (delete from ${table}_default where message_id in (select id from gone))`,
  );
  const [row] = await sql().unsafe(
    `with gone as (
       delete from messages_default where id in (
         select id from messages_default where not ${IS_UNFINISHED} and finished_at < $1 order by id limit ${CHUNK})
       returning id
     ), ${parts.join(', ')}
     select count(*)::int as deleted from gone`,
    [cutoff],
  );
  return row!.deleted as number;
}

async function note(after: Forgotten & { days: number }): Promise<void> {
  log.info('old messages forgotten', after);
  await mutation(jobContext('clean-up'), 'messages.forget', async () => ({
    result: undefined,
    subjectId: null,
    after,
  }));
}

function keyOf(table: (typeof PARTITIONED)[number]): string {
  return table === 'messages' ? 'id' : 'message_id';
}

/** lock_not_available, deadlock_detected. */
function isBusy(error: unknown): boolean {
  return ['55P03', '40P01'].includes((error as { code?: string }).code ?? '');
}
