import { sleep } from '@/lib/async/abort';
import { mutation } from '@/lib/audit/mutation';
import { jobContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { inChunks } from '@/lib/database/in-chunks';
import { listWeeks, PARTITIONED, weekOf } from '@/lib/database/partitions';
import { log } from '@/lib/log';
import type { Status } from '@/lib/messages/status';

export type Forgotten = { weeks: string[]; movedMessages: number; deletedMessages: number };

const DAY_MS = 24 * 60 * 60 * 1000;
/** Still going somewhere, or waiting for a person's decision: kept, however old. */
const UNFINISHED: Status[] = ['scheduled', 'queued', 'retrying', 'parked', 'uncertain'];
const IS_UNFINISHED = `status in (${UNFINISHED.map((status) => `'${status}'`).join(', ')})`;
/**
 * Whoever wants a table queues behind a lock that is waited for, accepting too: so for all tables together this waits no longer than nobody
 * notices, and tries again.
 */
const LOCK_TIMEOUT_MS = 40;
/** As many as are moved while everybody waits; a week with more is emptied bit by bit, and dropped another night. */
const MOVED_AT_ONCE = 200;
const PATIENCE = { tries: 120, pauseMs: 300 };

/**
 * Forgets the weeks whose last message is older than `days`: each is dropped whole, so that the cost does not depend on its size.
 * Unfinished messages move to the default partition first, and are deleted from there once they are finished and old. A week with very
 * many of them stays, and only loses the others.
 */
export async function forgetOldMessages(
  days: number,
  now = new Date(),
  patience = PATIENCE,
): Promise<Forgotten> {
  const cutoff = new Date(now.getTime() - days * DAY_MS);
  const result: Forgotten = { weeks: [], movedMessages: 0, deletedMessages: 0 };
  for (const week of await listWeeksBefore(cutoff)) {
    if (await hasManyUnfinished(week)) {
      result.deletedMessages += await deleteFinished(week, cutoff);
      continue;
    }
    const moved = await dropWeek(week, patience);
    if (moved === null) break;
    result.weeks.push(week);
    result.movedMessages += moved;
  }
  result.deletedMessages += await deleteFinished('default', cutoff);
  if (result.weeks.length > 0 || result.deletedMessages > 0) await note({ days, ...result });
  return result;
}

/** Oldest first. A week is one while any of its messages is young enough. */
async function listWeeksBefore(cutoff: Date): Promise<string[]> {
  const oldest = weekOf(cutoff).suffix;
  return (await listWeeks()).filter((week) => week < oldest);
}

async function hasManyUnfinished(week: string): Promise<boolean> {
  const [row] = await sql().unsafe(
    `select count(*)::int as count from (${unfinishedIn(week)} limit ${MOVED_AT_ONCE + 1}) as found`,
  );
  return row!.count > MOVED_AT_ONCE;
}

/** The first condition is the one of the index by status. */
function unfinishedIn(week: string): string {
  return `select id from messages_${week} where status not in ('sent', 'delivered') and ${IS_UNFINISHED}`;
}

/** How many messages were moved out of it; null: the tables were busy all the time, the next night will do. */
async function dropWeek(week: string, { tries, pauseMs }: typeof PATIENCE): Promise<number | null> {
  for (let attempt = 1; attempt <= tries; attempt++) {
    try {
      const results = await sql().unsafe(steps(week).join(';\n'));
      return results.at(-1)![0].moved as number;
    } catch (error) {
      if (!isBusy(error)) throw error;
      await sleep(pauseMs * (0.5 + Math.random()));
    }
  }
  log.warn('old messages not forgotten: the tables were in use', { week });
  return null;
}

/** Sent as one message, so one transaction: a failure leaves the week as it was. */
function steps(week: string): string[] {
  return [
    // Not lock_timeout, which counts for each table anew. What a detach locks besides its table is locked here, too.
    `set local statement_timeout = ${LOCK_TIMEOUT_MS}`,
    `lock table ${PARTITIONED.flatMap((table) => [`only ${table}`, `${table}_${week}`, `${table}_default`]).join(', ')} in access exclusive mode`,
    'set local statement_timeout = 0',
    ...PARTITIONED.map((table) => `alter table ${table} detach partition ${table}_${week}`),
    `create temp table unfinished on commit drop as ${unfinishedIn(week)}`,
    ...PARTITIONED.map(
      (table) =>
        `insert into ${table} select * from ${table}_${week} where ${keyOf(table)} in (select id from unfinished)`,
    ),
    `drop table ${PARTITIONED.map((table) => `${table}_${week}`).join(', ')}`,
    'select count(*)::int as moved from unfinished',
  ];
}

/** Messages that were kept while they were unfinished, and came to rest since. */
async function deleteFinished(part: string, cutoff: Date): Promise<number> {
  let after = '00000000-0000-0000-0000-000000000000';
  const parts = PARTITIONED.filter((table) => table !== 'messages').map(
    (table) => `${table}_gone as (delete from ${table}_${part} where message_id in (select id from gone))`,
  );
  return inChunks(async (limit) => {
    const [row] = await sql().unsafe(
      `with gone as (
         delete from messages_${part} where id in (
           select id from messages_${part} where not ${IS_UNFINISHED} and finished_at < $1 and id > $2 order by id limit ${limit})
         returning id
       ), ${parts.join(', ')}
       select count(*)::int as deleted, (select id from gone order by id desc limit 1) as last from gone`,
      [cutoff, after],
    );
    after = row!.last ?? after;
    return row!.deleted as number;
  });
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

/** query_canceled, deadlock_detected. */
function isBusy(error: unknown): boolean {
  return ['57014', '40P01'].includes((error as { code?: string }).code ?? '');
}
