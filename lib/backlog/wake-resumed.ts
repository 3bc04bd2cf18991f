import { sql } from '@/lib/database/db';
import { PRIORITIES, type Priority } from '@/lib/queue/priority';
import { wakeUp } from '@/lib/queue/wake';

const CHUNK = 5_000;
const FIRST: Place = { id: '00000000-0000-0000-0000-000000000000', dueAt: new Date(0) };

type Place = { id: string; dueAt: Date };

/**
 * Wakes what became due while its priority was paused, oldest first: the jobs of that time ended without work. Works in chunks, so
 * a queue of any size never stands in memory; the reconciler does the rest should this stop half-way. @returns how many
 */
export async function wakeResumed(priorities: Priority[]): Promise<number> {
  const numbers = priorities.map((priority) => PRIORITIES.indexOf(priority));
  let woken = 0;
  for (let after = FIRST; ; ) {
    const chunk = await wakeNext(numbers, after);
    woken += chunk?.count ?? 0;
    if (!chunk?.last) return woken;
    after = chunk.last;
  }
}

/** A range of the index on `due_at`; a message woken twice is still sent once. */
async function wakeNext(priorities: number[], after: Place) {
  const [chunk] = await sql()<{ count: number; last: Place | null }[]>`
    with waiting as (
      select id, priority, due_at from messages
      where due_at >= ${after.dueAt} and due_at <= now() and (due_at, id) > (${after.dueAt}, ${after.id}::uuid)
        and priority = any(${priorities}::smallint[]) and (claimed_until is null or claimed_until < now())
      order by due_at, id
      limit ${CHUNK}
    ),
    ${wakeUp('waiting')}
    select
      (select count(*)::int from waiting) as count,
      (select json_build_object('id', id, 'dueAt', due_at) from waiting order by due_at desc, id desc limit 1) as last,
      woken.jobs
    from woken`;
  return chunk?.last ? { ...chunk, last: { id: chunk.last.id, dueAt: new Date(chunk.last.dueAt) } } : chunk;
}
