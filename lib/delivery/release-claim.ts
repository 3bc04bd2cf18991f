import { Batcher } from '@/lib/async/batcher';
import { sql } from '@/lib/database/db';
import { sameId } from '@/lib/database/same-id';
import { wakeUp } from '@/lib/queue/wake';
import type { Work } from './handling';

type Claim = { messageId: string; workerId: string; claimNo: number };

const batcher = new Batcher<Claim, undefined>({
  flush: unclaimTogether,
  waitMs: 5,
  maxItems: 500,
  concurrency: 1,
});

/** Gives a message back that was claimed and not begun, for another worker to send at once. */
export async function letGo({ workerId, message }: Pick<Work, 'workerId' | 'message'>): Promise<void> {
  await batcher.add({ messageId: message.id, workerId, claimNo: message.claimNo });
}

async function unclaimTogether(claims: Claim[]): Promise<undefined[]> {
  const ids = claims.map(({ messageId }) => messageId).toSorted();
  await sql()`
    with free as (
      update messages m set claimed_by = null, claimed_until = null
      from jsonb_to_recordset(${sql().json(claims)}) as i("messageId" uuid, "workerId" uuid, "claimNo" integer)
      where ${sameId('m.id', 'i."messageId"')} and m.claimed_by = i."workerId" and m.claim_no = i."claimNo"
        and m.id = any(${ids}::uuid[]) and m.id between ${ids[0]!} and ${ids.at(-1)!}
      returning m.id, m.priority, m.due_at
    ),
    ${wakeUp('free')}
    select woken.jobs from woken`;
  return claims.map(() => undefined);
}

/**
 * Common table expressions for who takes workers away: the claims of those in `workers`, which names their ids, are `freed`, and `due` has who
 * must be woken; nobody wakes those in a line.
 */
export function freeClaims(workers: string) {
  return sql()`
    freed as (
      update messages set claimed_by = null, claimed_until = null
      where (due_at <= now() + interval '1 second' or reason in ('paced', 'no_room')) and claimed_by in (select id from ${sql()(workers)})
      returning id, priority, due_at, reason
    ),
    due as (select id, priority, due_at from freed where reason is distinct from 'paced' and reason is distinct from 'no_room')`;
}
