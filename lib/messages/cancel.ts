import type { Context } from '@/lib/context';
import { sql } from '@/lib/db';
import { AppError, notFound } from '@/lib/errors';
import { isUuid, newId } from '@/lib/ids';
import { CANCELABLE, type Status } from './schema';

/** Stops a message that nobody is sending at this moment. @throws AppError not_found, not_cancelable */
export async function cancelMessage(
  ctx: Context,
  { id }: { id: string },
): Promise<{ id: string; status: Status }> {
  if (!isUuid(id)) throw notFound('message', id);
  const [row] = await sql()<{ status: Status; canceled: boolean }[]>`
    with canceled as (
      update messages
      set status = 'canceled', reason = 'canceled', due_at = null, finished_at = now()
      where id = ${id} and status = any(${[...CANCELABLE]})
        and (claimed_until is null or claimed_until < now())
      returning id
    ),
    noted as (
      insert into events (id, message_id, type, at, detail)
      select ${newId()}, id, 'canceled', now(), ${sql().json({ by: ctx.actor.label })} from canceled
    )
    select status, exists (select from canceled) as canceled from messages where id = ${id}`;
  if (!row) throw notFound('message', id);
  if (!row.canceled)
    throw new AppError(
      'not_cancelable',
      `The message is ${row.status}; only a message that still waits can be canceled.`,
    );
  return { id, status: 'canceled' };
}
