import { SERVED } from '@/lib/channels/open-recipient';
import { scopedSql } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { AppError, notFound } from '@/lib/errors';
import { recordEvents } from '@/lib/events/record';
import { isUuid, newId } from '@/lib/ids';
import { wakeUp } from '@/lib/queue/wake';
import { RESENDABLE, type Status } from './status';

/**
 * Sends a message that came to rest without success to those who did not get it, with a fresh retry schedule.
 * A person decides here, so an uncertain one may be sent again too. @throws AppError not_found, not_resendable
 */
export async function resendMessage(
  ctx: Context,
  { id }: { id: string },
): Promise<{ id: string; status: Status }> {
  if (!isUuid(id)) throw notFound('message', id);
  if ((await resendIds(ctx, [id])) === 1) return { id, status: 'queued' };
  const [row] = await sql()<{ status: Status }[]>`
    select case when claimed_until > now() then 'sending' else status end as status from messages where id = ${id} and ${scopedSql(ctx)}`;
  if (!row) throw notFound('message', id);
  throw new AppError(
    'not_resendable',
    `The message is ${row.status}; only one that came to rest without success can be sent again.`,
  );
}

/** Those of the messages that may be sent again, with their events and jobs in one statement. @returns how many */
export async function resendIds(ctx: Context, ids: string[]): Promise<number> {
  const sorted = ids.toSorted();
  const [row] = await sql()<{ resent: number }[]>`
    with resent as (
      update messages
      set status = 'queued', reason = null, retry_count = 0, resend_count = resend_count + 1, due_at = now(), finished_at = null, expires_at = null,
          recipients = (
            select jsonb_agg(case when r->>'status' = any(${SERVED}) then r else (r - 'told') || '{"status":"waiting"}' end order by n)
            from jsonb_array_elements(recipients) with ordinality as e(r, n))
      where id = any(${sorted}::uuid[]) and id between ${sorted[0]!} and ${sorted.at(-1)!}
        and status = any(${[...RESENDABLE]}) and (claimed_until is null or claimed_until < now()) and ${scopedSql(ctx)}
      returning id, company_id, priority, due_at
    ),
    ${recordEvents({
      id: sql()`e.id`,
      messageId: sql()`resent.id`,
      companyId: sql()`resent.company_id`,
      type: 'resent',
      detail: sql()`${sql().json({ by: ctx.actor.label })}`,
      from: sql()`from unnest(${sorted}::uuid[], ${sorted.map(() => newId())}::uuid[]) as e(message_id, id)
        join resent on resent.id = e.message_id`,
    })},
    ${wakeUp('resent')}
    select (select count(*)::int from resent) as resent, woken.jobs from woken`;
  return row?.resent ?? 0;
}
