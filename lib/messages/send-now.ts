import { scopedSql } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { AppError, notFound } from '@/lib/errors';
import { recordEvents } from '@/lib/events/record';
import { isUuid, newId } from '@/lib/ids';
import { wakeUp } from '@/lib/queue/wake';
import { notInHands } from './in-hands';
import type { Status } from './status';

/** Does not wait for the time that a message is kept for. @throws AppError not_found, conflict */
export async function sendNow(ctx: Context, { id }: { id: string }): Promise<{ id: string; status: Status }> {
  if (!isUuid(id)) throw notFound('message', id);
  const [row] = await sql()<{ status: Status; moved: boolean; jobs: number }[]>`
    with found as (select scheduled_at as was_for from messages where id = ${id} and ${scopedSql(ctx)}),
    moved as (
      update messages set status = 'queued', reason = null, scheduled_at = null, due_at = now()
      where id = ${id} and status = 'scheduled' and ${notInHands(id)} and ${scopedSql(ctx)}
      returning id, company_id, priority, due_at
    ),
    ${recordEvents({
      id: sql()`${newId()}::uuid`,
      messageId: sql()`id`,
      companyId: sql()`company_id`,
      type: 'scheduled',
      detail: sql()`${sql().json({ by: ctx.actor.label, now: true })}::jsonb || jsonb_build_object('scheduledAt', was_for)`,
      from: sql()`from moved, found`,
    })},
    ${wakeUp('moved')}
    select case when ${notInHands(id)} then status else 'sending' end as status, exists (select from moved) as moved, woken.jobs
    from messages, woken where id = ${id} and ${scopedSql(ctx)}`;
  if (!row) throw notFound('message', id);
  if (row.moved) return { id, status: 'queued' };
  throw new AppError(
    'conflict',
    `The message is ${row.status}; only a scheduled one can be sent before its time.`,
  );
}
