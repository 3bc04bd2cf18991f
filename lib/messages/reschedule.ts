import { scopedSql } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { AppError, invalid, notFound } from '@/lib/errors';
import { recordEvents } from '@/lib/events/record';
import { isUuid, newId } from '@/lib/ids';
import { wakeUp } from '@/lib/queue/wake';
import { refusal } from '@/lib/refusals';
import { notInHands } from './in-hands';
import type { Status } from './status';

/** Moves a message that has not been tried yet to another time. @throws AppError not_found, conflict, validation_failed */
export async function rescheduleMessage(
  ctx: Context,
  { id, scheduledAt }: { id: string; scheduledAt: string },
): Promise<{ id: string; status: Status; scheduledAt: string }> {
  if (!isUuid(id)) throw notFound('message', id);
  const at = new Date(scheduledAt);
  if (at < new Date()) throw invalid('scheduledAt', 'past');
  const [row] = await sql()<{ status: Status; expires_at: Date | null; moved: boolean; jobs: number }[]>`
    with moved as (
      update messages set status = 'scheduled', reason = null, scheduled_at = ${at}, due_at = ${at}
      where id = ${id} and status in ('scheduled', 'queued') and (expires_at is null or expires_at > ${at})
        and ${notInHands(id)} and ${scopedSql(ctx)}
      returning id, company_id, priority, due_at
    ),
    ${recordEvents({
      id: sql()`${newId()}::uuid`,
      messageId: sql()`id`,
      companyId: sql()`company_id`,
      type: 'scheduled',
      detail: sql()`${sql().json({ by: ctx.actor.label, scheduledAt: at.toISOString() })}`,
      from: sql()`from moved`,
    })},
    ${wakeUp('moved')}
    select case when ${notInHands(id)} then status else 'sending' end as status, expires_at, exists (select from moved) as moved, woken.jobs from messages, woken where id = ${id} and ${scopedSql(ctx)}`;
  if (!row) throw notFound('message', id);
  if (row.moved) return { id, status: 'scheduled', scheduledAt: at.toISOString() };
  if (row.expires_at && row.expires_at <= at) throw invalid('scheduledAt', 'after_expiry');
  throw new AppError(
    'conflict',
    `The message is ${row.status}; only one that was not tried yet can be rescheduled.`,
    refusal('not_reschedulable'),
  );
}
