import { scopedSql } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { DRILL_TAG } from '@/lib/outages/modes';
import { keepingKinds } from '@/lib/providers/keeps';
import { refusal } from '@/lib/refusals';
import { ANYBODY_CAPTURED } from './recipient-states';

const NOBODY_SENDS =
  'What is kept in the sandbox can be sent for real once there is a provider that is no sandbox.';

/** A condition on a row of `messages`, as text: a sandbox keeps it for somebody who did not receive it. */
export const IS_CAPTURED = `(messages.status in ('captured', 'sent', 'delivered') and messages.recipients @? ${ANYBODY_CAPTURED})`;

/** A test from the beginning, that no person means to be sent for real. */
export const IS_TEST = `(messages.test or messages.tags @> '{${DRILL_TAG}}')`;

/** Kinds are words of the code: they stand in statements as they are. */
const kinds = () =>
  keepingKinds()
    .map((kind) => `'${kind}'`)
    .join(', ');

/**
 * The same: it can be sent for real. Not before there is a provider that sends such messages, paused or not: a sandbox would only keep it
 * once more.
 */
export function maySendForReal(): string {
  return `(not ${IS_TEST} and exists (
    select from providers p
    where p.kind not in (${kinds()}) and p.channel = messages.channel
      and (p.company_id is null or p.company_id = messages.company_id)))`;
}

/** A sandbox would only keep it once more. @throws AppError not_resendable while nobody sees a provider that sends */
export async function checkSends(ctx: Context): Promise<void> {
  const [row] = await sql()<[{ sends: boolean }]>`
    select exists (
      select from providers where not kind = any(${keepingKinds()}) and ${scopedSql(ctx, 'company_id', 'shared')}) as sends`;
  if (!row.sends) throw new AppError('not_resendable', NOBODY_SENDS, refusal('nobody_sends'));
}

/** An expression: the providers that it named without the sandboxes among them; null: any. */
export function namedWithoutSandboxes(): string {
  return `(
    select array_agg(named order by n) from unnest(messages.provider_ids) with ordinality as list(named, n)
    where named not in (select p.id from providers p where p.kind in (${kinds()})))`;
}
