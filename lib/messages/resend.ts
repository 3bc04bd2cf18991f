import type { Context } from '@/lib/context';
import { sql } from '@/lib/db';
import { AppError, notFound } from '@/lib/errors';
import { isUuid, newId } from '@/lib/ids';
import { JOB_MAX_ATTEMPTS } from '@/lib/queue/tasks';
import { RESENDABLE, type Status } from './schema';

/**
 * Sends a message that came to rest without success to those who did not get it, with a fresh retry schedule.
 * A person decides here, so an uncertain one may be sent again too. @throws AppError not_found, not_resendable
 */
export async function resendMessage(
  ctx: Context,
  { id }: { id: string },
): Promise<{ id: string; status: Status }> {
  if (!isUuid(id)) throw notFound('message', id);
  const [row] = await sql()<{ status: Status; resent: boolean; jobs: number }[]>`
    with resent as (
      update messages
      set status = 'queued', reason = null, retry_count = 0, due_at = now(), finished_at = null, expires_at = null,
          recipients = (
            select jsonb_agg(case when r->>'status' = 'accepted' then r else r || '{"status":"waiting"}' end order by n)
            from jsonb_array_elements(recipients) with ordinality as e(r, n))
      where id = ${id} and status = any(${[...RESENDABLE]})
        and (claimed_until is null or claimed_until < now())
      returning id, priority
    ),
    noted as (
      insert into events (id, message_id, type, at, detail)
      select ${newId()}, id, 'resent', now(), ${sql().json({ by: ctx.actor.label })} from resent
    ),
    woken as (
      select count(graphile_worker.add_job(
        case when priority = 0 then 'deliver-urgent' else 'deliver' end, json_build_object('ids', json_build_array(id)),
        max_attempts := ${JOB_MAX_ATTEMPTS}, priority := priority::int))::int as jobs
      from resent
    )
    select m.status, exists (select from resent) as resent, woken.jobs from messages m, woken where m.id = ${id}`;
  if (!row) throw notFound('message', id);
  if (!row.resent)
    throw new AppError(
      'not_resendable',
      `The message is ${row.status}; only one that came to rest without success can be sent again.`,
    );
  return { id, status: 'queued' };
}
