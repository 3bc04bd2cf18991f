import { type SQL, sql } from 'drizzle-orm';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import type { Transaction } from '@/lib/database/db';
import { AppError, notFound } from '@/lib/errors';
import { idFloor } from '@/lib/ids';
import { refusal } from '@/lib/refusals';
import { DELIVERY_COLUMNS, DELIVERY_VALUES, IS_WANTED, WITH_MESSAGE } from './new-deliveries';
import { holdWebhook } from './rows';
import type { ReplayInput } from './schema';

/** Of one call: whoever has more to repeat names the next span. */
export const MOST_REPLAYED = 10_000;

const ANEW = sql.raw(`state = 'waiting', next_at = now(), try_count = 0, done_at = null`);

type Replay = ReplayInput & { id: string };

/**
 * Tells a webhook once more: one delivery, what failed of a span, or all that happened in it, also what it was never told. Each goes out with
 * the `webhook-id` it had. @returns how many there are of, and how many go out
 * @throws AppError not_found; conflict where it is switched off
 */
export async function replayWebhook(
  ctx: Context,
  input: Replay,
): Promise<{ matched: number; replayed: number }> {
  return mutation(ctx, 'webhook.replay', async (tx) => {
    const { id, delivery, since, until, failed, dryRun } = input;
    const { active, companyId } = await holdWebhook(tx, ctx, id);
    if (!active && !dryRun)
      throw new AppError('conflict', 'The webhook is off: switch it on first.', refusal('webhook_off'));
    const counts = await run(tx, input);
    if (delivery && counts.matched === 0) throw notFound('delivery', delivery);
    const after = { delivery, since, until, failed, dryRun, ...counts };
    return { result: counts, subjectId: id, ownerId: companyId, after };
  });
}

async function run(tx: Transaction, input: Replay): Promise<{ matched: number; replayed: number }> {
  const matched = await rowsOf(tx, counted(input));
  if (input.dryRun || matched === 0) return { matched, replayed: 0 };
  return { matched, replayed: await rowsOf(tx, repeated(input)) };
}

async function rowsOf(tx: Transaction, statement: SQL): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(statement);
  return row!.count;
}

function counted(input: Replay): SQL {
  return ofDeliveries(input)
    ? sql`select count(*)::int as count from webhook_deliveries where ${wanted(input)}`
    : sql`select count(*)::int as count from (${events(input, sql`1`)}) e`;
}

function repeated(input: Replay): SQL {
  return ofDeliveries(input)
    ? sql`
      with done as (
        update webhook_deliveries set ${ANEW}
        where id in (select id from webhook_deliveries where ${wanted(input)} order by id limit ${MOST_REPLAYED}) returning 1
      )
      select count(*)::int as count from done`
    : sql`
      with done as (
        insert into webhook_deliveries (${sql.raw(DELIVERY_COLUMNS)}) ${events(input, sql.raw(DELIVERY_VALUES))}
        order by e.id limit ${MOST_REPLAYED}
        on conflict (webhook_id, event_id) do update set ${ANEW} returning 1
      )
      select count(*)::int as count from done`;
}

/** One, or those that failed: they are there. Otherwise it is events that are looked for. */
function ofDeliveries({ delivery, failed }: Replay): boolean {
  return delivery !== undefined || failed;
}

function wanted({ id, delivery, since, until, failed }: Replay): SQL {
  const conditions = [
    sql`webhook_id = ${id}`,
    delivery ? sql`id = ${delivery}` : undefined,
    since ? sql`id >= ${idFloor(new Date(since))}` : undefined,
    until ? sql`id < ${idFloor(new Date(until))}` : undefined,
    failed ? sql`state = 'failed'` : undefined,
  ];
  return sql.join(
    conditions.filter((condition) => condition !== undefined),
    sql` and `,
  );
}

/** By when they were written, of which their ids tell. */
function events({ id, since, until }: Replay, values: SQL): SQL {
  return sql`
    select ${values} from webhooks w join events e on ${sql.raw(IS_WANTED)} ${sql.raw(WITH_MESSAGE)}
    where w.id = ${id} and e.id >= ${idFloor(new Date(since!))} and e.id < ${idFloor(until ? new Date(until) : new Date(Date.now() + 1000))}`;
}
