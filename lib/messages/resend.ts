import { SERVED } from '@/lib/channels/open-recipient';
import { scopedSql } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { AppError, notFound } from '@/lib/errors';
import { recordEvents } from '@/lib/events/record';
import { isUuid, newId } from '@/lib/ids';
import { withoutBit } from '@/lib/metrics/responses';
import { wakeUp } from '@/lib/queue/wake';
import { refusal } from '@/lib/refusals';
import { ANYBODY_MISSED } from './recipient-states';
import { IS_CAPTURED, IS_TEST, maySendForReal, namedWithoutSandboxes } from './send-for-real';
import { RESENDABLE, type Status } from './status';

/**
 * Sends a message that came to rest to those who did not get it, with a fresh retry schedule; one that a sandbox keeps, for
 * real. A person decides here, so an uncertain one may be sent again too. @throws AppError not_found, not_resendable
 */
export async function resendMessage(
  ctx: Context,
  { id, anyway = false }: { id: string; anyway?: boolean },
): Promise<{ id: string; status: Status }> {
  if (!isUuid(id)) throw notFound('message', id);
  if ((await resendIds(ctx, [id], anyway)) === 1) return { id, status: 'queued' };
  const [row] = await sql()<{ status: Status; captured: boolean; test: boolean; erased: boolean }[]>`
    select case when claimed_until > now() then 'sending' else status end as status, ${sql().unsafe(IS_CAPTURED)} as captured,
      ${sql().unsafe(IS_TEST)} as test, erased_at is not null as erased
    from messages where id = ${id} and ${scopedSql(ctx)}`;
  if (!row) throw notFound('message', id);
  if (row.erased) throw contentGone();
  if (ctx.test && !row.test)
    throw new AppError('not_resendable', 'The message is no test, and a test token sends nothing for real.');
  const reason = row.captured ? refusal(row.test ? 'only_test' : 'nobody_sends') : undefined;
  throw new AppError('not_resendable', whyNot(row), reason);
}

/** Nothing is left of it that could be sent. */
export function contentGone(): AppError {
  return new AppError(
    'not_resendable',
    'Its content was deleted for one of its recipients.',
    refusal('erased'),
  );
}

function whyNot({ status, captured, test }: { status: Status; captured: boolean; test: boolean }): string {
  if (!captured)
    return `The message is ${status}; only one that came to rest and that somebody did not get can be sent again.`;
  return test
    ? 'The message was a test from the beginning, and is not sent for real.'
    : 'The message is kept in the sandbox; it can be sent for real once there is a provider that is no sandbox.';
}

/**
 * Those of the messages that may be sent again, with their events and jobs in one statement. `anyway`: also to who is on the list of
 * suppressions. @returns how many
 */
export async function resendIds(ctx: Context, ids: string[], anyway = false): Promise<number> {
  const sorted = ids.toSorted();
  const [first, last] = [sorted[0]!, sorted.at(-1)!];
  const captured = sql().unsafe(IS_CAPTURED);
  const [row] = await sql()<{ resent: number }[]>`
    with held as (select id, status from messages where id = any(${sorted}::uuid[]) and id between ${first} and ${last}),
    resent as (
      update messages
      set status = 'queued', reason = null, retry_count = 0, resend_count = resend_count + 1, due_at = now(), finished_at = null, expires_at = null,
          -- Should it come back once more, that counts once more, as it is sent once more.
          seen = ${sql().unsafe(withoutBit('seen', 'returned'))},
          provider_ids = case when ${captured} then ${sql().unsafe(namedWithoutSandboxes())} else provider_ids end,
          -- Who was refused in a sandbox was played: only those it keeps the message for are sent to.
          recipients = (
            select jsonb_agg(
              case
                when r ? 'corrected' or r->>'status' = any(${SERVED}) or ${captured} and r->>'status' <> 'captured' then r
                else (r - array['told', 'played', 'suppressed']) || ${anyway ? '{"status":"waiting","anyway":true}' : '{"status":"waiting"}'}::text::jsonb
              end order by n)
            from jsonb_array_elements(recipients) with ordinality as e(r, n))
      where id = any(${sorted}::uuid[]) and id between ${first} and ${last}
        and (${captured} and ${sql().unsafe(maySendForReal())} or not ${captured} and status = any(${[...RESENDABLE, 'sent', 'delivered']}) and recipients @? ${sql().unsafe(ANYBODY_MISSED)})
        and (claimed_until is null or claimed_until < now()) and erased_at is null and ${scopedSql(ctx)}
        -- What a test token sends again stays in a sandbox, too.
        and (test or not ${ctx.test ?? false})
      returning id, company_id, priority, due_at
    ),
    ${recordEvents({
      id: sql()`e.id`,
      messageId: sql()`resent.id`,
      companyId: sql()`resent.company_id`,
      type: 'resent',
      // What it was is counted there, not now: the rebuild of figures reads it.
      detail: sql()`${sql().json({ by: ctx.actor.label, ...(anyway && { anyway }) })}::jsonb || jsonb_build_object('was', held.status)`,
      from: sql()`from unnest(${sorted}::uuid[], ${sorted.map(() => newId())}::uuid[]) as e(message_id, id)
        join resent on resent.id = e.message_id join held on held.id = e.message_id`,
    })},
    ${wakeUp('resent')}
    select (select count(*)::int from resent) as resent, woken.jobs from woken`;
  return row?.resent ?? 0;
}
