import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { recordEvents } from '@/lib/events/record';
import { newId } from '@/lib/ids';
import type { Status } from '@/lib/messages/status';
import type { Accepted } from './accepted';
import type { Idempotency } from './store';

/** The answer to a message `id` that was not stored, since its de-duplication key is held by `firstId`. */
export async function answerDuplicate(
  ctx: Context,
  firstId: string,
  id: string,
  idempotency?: Idempotency,
): Promise<Accepted> {
  const answer: Accepted = { id: firstId, status: await noteDuplicate(ctx, firstId), deduplicated: true };
  // Its idempotency key was taken for a message that came to nothing: from now on it answers this.
  if (idempotency)
    await sql()`
      update idempotency_keys set message_id = ${firstId}, response = ${sql().json(answer)}
      where owner = ${idempotency.owner} and route = ${idempotency.route} and key = ${idempotency.key} and message_id = ${id}`;
  return answer;
}

/** @returns where the message stands; it may be forgotten before its key is: then what was answered at first */
async function noteDuplicate(ctx: Context, id: string): Promise<Status> {
  const [row] = await sql()<{ status: Status }[]>`
    with first as (select id, company_id, status from messages where id = ${id}),
    ${recordEvents({
      id: sql()`${newId()}::uuid`,
      messageId: sql()`id`,
      companyId: sql()`company_id`,
      type: 'duplicate',
      detail: sql()`${sql().json({ by: ctx.actor.label })}`,
      from: sql()`from first`,
    })}
    select status from first`;
  return row?.status ?? 'queued';
}
