import { type SQL, sql } from 'drizzle-orm';
import type { Stepped } from '@/lib/async/in-steps';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import type { Transaction } from '@/lib/database/db';
import { AppError, notFound } from '@/lib/errors';
import { idFloor } from '@/lib/ids';
import { refusal } from '@/lib/refusals';
import { DELIVERY_COLUMNS, DELIVERY_VALUES, IS_WANTED, WITH_MESSAGE } from './new-deliveries';
import { holdWebhook } from './rows';
import type { ReplayInput } from './schema';

const ANEW = sql.raw(`state = 'waiting', next_at = now(), try_count = 0, done_at = null`);

// uuid has no max() before PostgreSQL 18.
const COUNT_DONE = sql.raw(
  'select count(*)::int as count, (array_agg(id order by id desc))[1] as last from done',
);
const NIL = '00000000-0000-0000-0000-000000000000';

type Replay = ReplayInput & { id: string };

/**
 * Tells a webhook once more: one delivery, what failed of a span, or all that happened in it, also what it was never told. Each goes out with
 * the `webhook-id` it had, oldest first, at most `limit` in one call.
 * @throws AppError not_found; conflict where it is switched off
 */
export async function replayWebhook(ctx: Context, input: Replay): Promise<Stepped> {
  return mutation(ctx, 'webhook.replay', async (tx) => {
    const { id, delivery, since, until, failed, dryRun } = input;
    const { active, companyId } = await holdWebhook(tx, ctx, id);
    if (!active && !dryRun)
      throw new AppError('conflict', 'The webhook is off: switch it on first.', refusal('webhook_off'));
    const counts = await run(tx, input);
    if (delivery && counts.matched === 0) throw notFound('delivery', delivery);
    const { matched, replayed } = counts;
    const after = { delivery, since, until, failed, dryRun, matched, replayed };
    return { result: counts, subjectId: id, ownerId: companyId, after };
  });
}

async function run(tx: Transaction, input: Replay): Promise<Stepped> {
  const [all] = await tx.execute<{ count: number }>(counted(input));
  const matched = all!.count;
  if (input.dryRun || matched === 0) return { matched, replayed: 0, nextCursor: null };
  const [done] = await tx.execute<{ count: number; last: string }>(repeated(input));
  const { count: replayed, last } = done!;
  return { matched, replayed, nextCursor: replayed < matched ? last : null };
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
        where id in (select id from webhook_deliveries where ${wanted(input)} order by id limit ${input.limit}) returning id
      )
      ${COUNT_DONE}`
    : sql`
      with done as (
        insert into webhook_deliveries (${sql.raw(DELIVERY_COLUMNS)}) ${events(input, sql.raw(DELIVERY_VALUES))}
        order by e.id limit ${input.limit}
        on conflict (webhook_id, event_id) do update set ${ANEW} returning event_id as id
      )
      ${COUNT_DONE}`;
}

/** One, or those that failed: they are there. Otherwise it is events that are looked for. */
function ofDeliveries({ delivery, failed }: Replay): boolean {
  return delivery !== undefined || failed;
}

function wanted({ id, delivery, since, until, failed, cursor }: Replay): SQL {
  const conditions = [
    sql`webhook_id = ${id}`,
    delivery ? sql`id = ${delivery}` : undefined,
    since ? sql`id >= ${idFloor(new Date(since))}` : undefined,
    until ? sql`id < ${idFloor(new Date(until))}` : undefined,
    failed ? sql`state = 'failed'` : undefined,
    cursor ? sql`id > ${cursor}` : undefined,
  ];
  return sql.join(
    conditions.filter((condition) => condition !== undefined),
    sql` and `,
  );
}

/** By when they were written, of which their ids tell. */
function events({ id, since, until, cursor }: Replay, values: SQL): SQL {
  return sql`
    select ${values} from webhooks w join events e on ${sql.raw(IS_WANTED)} ${sql.raw(WITH_MESSAGE)}
    where w.id = ${id} and e.id >= ${idFloor(new Date(since!))} and e.id < ${idFloor(until ? new Date(until) : new Date(Date.now() + 1000))} and e.id > ${cursor ?? NIL}`;
}
