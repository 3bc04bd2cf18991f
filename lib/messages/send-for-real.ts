import { DRILL_TAG } from '@/lib/outages/modes';
import { keepingKinds } from '@/lib/providers/keeps';
import { ANYBODY_CAPTURED } from './recipient-states';

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

/** An expression: the providers that it named without the sandboxes among them; null: any. */
export function namedWithoutSandboxes(): string {
  return `(
    select array_agg(named order by n) from unnest(messages.provider_ids) with ordinality as list(named, n)
    where named not in (select p.id from providers p where p.kind in (${kinds()})))`;
}
