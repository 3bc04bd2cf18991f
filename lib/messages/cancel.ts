import { scopedSql } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { AppError, notFound } from '@/lib/errors';
import { recordEvents } from '@/lib/events/record';
import { isUuid, newId } from '@/lib/ids';
import { notInHands } from './in-hands';
import { ANYBODY_TAKEN, statusAtRest } from './recipient-states';
import { CANCELABLE, type Status } from './status';

/**
 * Stops a message that nobody is sending at this moment, or closes one that nobody knows the outcome of. One that some recipients have
 * already was sent; the others will not get it.
 * @throws AppError not_found, not_cancelable
 */
export async function cancelMessage(
  ctx: Context,
  { id }: { id: string },
): Promise<{ id: string; status: Status }> {
  if (!isUuid(id)) throw notFound('message', id);
  const [row] = await sql()<{ status: Status; stopped: Status | null }[]>`
    with found as (select status as was from messages where id = ${id} and ${scopedSql(ctx)}),
    canceled as (
      update messages
      set
        status = case when recipients @? ${sql().unsafe(ANYBODY_TAKEN)} then ${statusAtRest('recipients')} else 'canceled' end,
        recipients = case
          when recipients @? ${sql().unsafe(ANYBODY_TAKEN)} then (
            select jsonb_agg(
              case when r->>'status' in ('waiting', 'unknown') then r || '{"status":"failed"}' else r end order by position)
            from jsonb_array_elements(recipients) with ordinality as list(r, position))
          else recipients
        end,
        reason = 'canceled', due_at = null, finished_at = now(), claimed_by = null, claimed_until = null
      where id = ${id} and status = any(${[...CANCELABLE]})
        and ${notInHands(id)} and ${scopedSql(ctx)}
      returning id, company_id, status
    ),
    ${recordEvents({
      id: sql()`${newId()}::uuid`,
      messageId: sql()`id`,
      companyId: sql()`company_id`,
      type: 'canceled',
      detail: sql()`${sql().json({ by: ctx.actor.label })}::jsonb || jsonb_build_object('was', was)`,
      from: sql()`from canceled, found`,
    })}
    select case when ${notInHands(id)} then status else 'sending' end as status, (select status from canceled) as stopped
    from messages where id = ${id} and ${scopedSql(ctx)}`;
  if (!row) throw notFound('message', id);
  if (!row.stopped)
    throw new AppError(
      'not_cancelable',
      `The message is ${row.status}; only one that still waits, or whose outcome nobody knows, can be canceled.`,
    );
  return { id, status: row.stopped };
}
