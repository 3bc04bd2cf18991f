import type { StoredTry } from '@/drizzle/schema/webhooks';
import { mutation } from '@/lib/audit/mutation';
import { jobContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { type Posted, post, unsigned } from './post';
import { pauseAfter } from './retries';
import { openAll, secretsOf } from './secrets';
import { stopWebhook } from './stop';

/** Of one webhook by one process: one that is slow or dead has no more than these. */
export const SLOTS = 8;
/** Longer than a try can take; then another process may have it. */
const LEASE_S = 120;
const LIMIT_MS = 90_000;
/** Nothing but failures for so long: it is switched off, and somebody told. */
const GIVE_UP_MS = 5 * 86_400_000;
const KEPT_TRIES = 12;

export type Claimed = { id: string; webhookId: string; url: string; payload: string; tryCount: number };

/** Takes what is due, for each webhook as much as it has slots left here; nobody else has it until its lease is over. A moment is stored in
 * milliseconds, rounded, perhaps up. */
export async function claimDue(busy: ReadonlyMap<string, number> = new Map()): Promise<Claimed[]> {
  return sql()<Claimed[]>`
    with due as (
      select d.id from webhooks w
      left join unnest(${[...busy.keys()]}::uuid[], ${[...busy.values()]}::int[]) as b(id, count) on b.id = w.id
      cross join lateral (
        select id from webhook_deliveries where webhook_id = w.id and next_at <= now() + interval '1 millisecond'
        order by next_at limit greatest(${SLOTS} - coalesce(b.count, 0), 0) for update skip locked
      ) d
      where w.active and (w.paused_until is null or w.paused_until <= now())
    )
    update webhook_deliveries d set next_at = now() + make_interval(secs => ${LEASE_S})
    from due, webhooks w
    where d.id = due.id and w.id = d.webhook_id
    returning d.id, d.webhook_id as "webhookId", w.url, d.payload, d.try_count as "tryCount"`;
}

/** One try, and what comes of it. A stop in the middle leaves the delivery to whoever is next. */
export async function deliver(claimed: Claimed, signal: AbortSignal): Promise<Posted> {
  const secrets = openAll(await secretsOf(claimed.webhookId));
  // Waiting for a connection counts: nobody else may have it by then.
  const limited = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
  const posted = secrets ? await post({ ...claimed, secrets }, limited) : unsigned();
  if (signal.aborted && !posted.ok) return posted;
  await settle(claimed, posted);
  return posted;
}

async function settle({ id, webhookId, url, tryCount }: Claimed, posted: Posted): Promise<void> {
  // What its address from before said is nothing of the one that somebody has entered meanwhile.
  if (!posted.ok && !(await leadsTo(webhookId, url)))
    return noteTry(id, posted, { state: 'waiting', pauseMs: 0 });
  const pauseMs = posted.ok || posted.status === 410 ? null : pauseAfter(tryCount + 1, posted.retryAfterMs);
  const state = posted.ok ? 'delivered' : pauseMs === null ? 'failed' : 'waiting';
  await noteTry(id, posted, { state, pauseMs });
  const failingSince = await noteAtWebhook(webhookId, posted);
  if (posted.ok) return;
  if (posted.status === 410) return stop(webhookId, 'gone');
  if (failingSince && Date.now() - failingSince.getTime() > GIVE_UP_MS) return stop(webhookId, 'failing');
}

async function leadsTo(id: string, url: string): Promise<boolean> {
  const rows = await sql()`select from webhooks where id = ${id} and url = ${url}`;
  return rows.length > 0;
}

export async function noteTry(
  id: string,
  posted: Posted,
  { state, pauseMs }: { state: 'waiting' | 'delivered' | 'failed'; pauseMs: number | null },
): Promise<void> {
  const { at, ms, status, cause, reply } = posted;
  const one: StoredTry = {
    at: at.toISOString(),
    ms,
    ...(status !== null && { status }),
    ...(cause && { cause }),
  };
  // Asked for once more meanwhile, it stays due.
  await sql()`
    update webhook_deliveries set state = ${state}, try_count = try_count + 1, reply = ${reply},
      tries = (select coalesce(jsonb_agg(t order by n), '[]') from (
        select t, n from jsonb_array_elements(tries || ${sql().json(one)}::jsonb) with ordinality as x(t, n) order by n desc limit ${KEPT_TRIES}) y),
      next_at = now() + make_interval(secs => ${pauseMs === null ? null : pauseMs / 1000}::float8),
      done_at = case when ${state} <> 'waiting' then now() end
    where id = ${id} and state = 'waiting'`;
}

/** @returns since when there were nothing but failures */
async function noteAtWebhook(id: string, { ok, status, retryAfterMs }: Posted): Promise<Date | null> {
  if (ok) {
    // At a busy one the row is not written for each of them.
    await sql()`
      update webhooks set failing_since = null, last_at = now(), last_ok = true
      where id = ${id} and (last_ok is distinct from true or last_at < now() - interval '5 seconds')`;
    return null;
  }
  // Without a pause nothing is written: the column rounds to milliseconds, perhaps into the future, and would hold up the next try.
  const pauseS = status !== null && [429, 503].includes(status) && retryAfterMs ? retryAfterMs / 1000 : null;
  const [row] = await sql()<{ failingSince: Date }[]>`
    update webhooks set failing_since = coalesce(failing_since, now()), last_at = now(), last_ok = false,
      paused_until = greatest(paused_until, now() + make_interval(secs => ${pauseS}::float8))
    where id = ${id}
    returning failing_since as "failingSince"`;
  return row?.failingSince ?? null;
}

/** Of several that hear it at once one does it. */
async function stop(id: string, because: 'failing' | 'gone'): Promise<void> {
  const [active] = await sql()`select from webhooks where id = ${id} and active`;
  if (!active) return;
  try {
    await mutation(jobContext('send-webhooks'), 'webhook.stop', (tx) => stopWebhook(tx, id, because));
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict') return;
    throw error;
  }
  log.warn('a webhook was switched off', { webhookId: id, because });
}
