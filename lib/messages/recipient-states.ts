import type { PendingQuery, Row } from 'postgres';
import type { RecipientStatus } from '@/drizzle/schema/messages';
import { SERVED } from '@/lib/channels/open-recipient';
import { sql } from '@/lib/database/db';

type Fragment = PendingQuery<Row[]>;

/**
 * What is known of a recipient, from nothing to the last word. That a try was refused says nothing of a copy that an earlier one handed
 * over; what the provider tells afterwards (`told`) is about a copy that it had.
 */
const ORDER: (RecipientStatus | `told ${RecipientStatus}`)[] = [
  'waiting',
  'unknown',
  'suppressed',
  'failed',
  'bounced',
  'captured',
  'accepted',
  'delivered',
  'told failed',
  'told bounced',
  'complained',
];

/** Text that goes into a statement as it stands, so that all parts of it are one prepared statement. */
const order = `array[${ORDER.map((state) => `'${state}'`).join(', ')}]`;

/** Where nobody is beyond this, there is nothing to lose: the list may be written as a whole. */
export const ANYTHING_FINAL = `'$[*] ? (@.status != "waiting" && @.status != "unknown")'`;
export const ANYBODY_OPEN = `'$[*] ? (@.status == "waiting" || @.status == "unknown")'`;
/** A sandbox has it, and nobody else: with a real provider it can be sent for real. */
export const ANYBODY_CAPTURED = `'$[*] ? (@.status == "captured")'`;
/** Somebody has it, be it a sandbox. */
export const ANYBODY_TAKEN = `'$[*] ? (@.status == "captured" || ${SERVED.map((status) => `@.status == "${status}"`).join(' || ')})'`;
export const ANYBODY_SERVED = `'$[*] ? (${SERVED.map((status) => `@.status == "${status}"`).join(' || ')})'`;

/** Somebody did not get it, who was not sent it at another address instead either. */
export const ANYBODY_MISSED = `'$[*] ? (${SERVED.map((status) => `@.status != "${status}"`).join(' && ')} && !exists(@.corrected))'`;

type Merge = {
  /** The list as it stands: expressions of one row, so that a statement that had to wait for another sees what that one wrote. */
  stored: Fragment;
  /** A query for `name`, an address in lower case, and `state`, what is to be known of that recipient. */
  said: Fragment;
  /** Whether the same state said anew replaces the words of the earlier one. */
  renews: boolean;
};

/** An expression: the stored list with what is said of some of its recipients; for each of them what is higher in the order stays. */
export function mergeRecipients({ stored, said, renews }: Merge): Fragment {
  return sql()`(
    select jsonb_agg(
      case
        when said.state is null then r
        when ${rank('said.state')} ${sql().unsafe(renews ? '>=' : '>')} ${rank('r')} then (r - array['told', 'played', 'code', 'reply', 'misfits']) || said.state
        when r ? 'providerMessageId' or not said.state ? 'providerMessageId' then r
        else r || jsonb_build_object('providerMessageId', said.state->'providerMessageId')
      end order by n)
    from jsonb_array_elements(${stored}) with ordinality as list(r, n)
    left join lateral (
      select state from (${said}) as word(name, state)
      where name = lower(r->>'address') order by ${rank('state')} desc limit 1
    ) said on true)`;
}

function rank(state: string): Fragment {
  return sql().unsafe(
    `array_position(${order}, case when ${state} ? 'told' and ${state}->>'status' in ('failed', 'bounced') then 'told ' else '' end || (${state}->>'status'))`,
  ) as unknown as Fragment;
}

/**
 * An expression: what a message is of which nobody waits any more. `sent` until the last of those who were accepted has it; `captured`
 * where nobody but a sandbox has it.
 */
export function statusAtRest(list: string): Fragment {
  return sql().unsafe(`(case
    when ${list} @> '[{"status":"accepted"}]' then 'sent'
    when ${list} @? ${ANYBODY_SERVED} then 'delivered'
    when ${list} @? ${ANYBODY_CAPTURED} then 'captured'
    when ${list} @> '[{"status":"bounced"}]' then 'bounced'
    when ${list} @> '[{"status":"suppressed"}]' and not ${list} @> '[{"status":"failed"}]' then 'suppressed'
    else 'failed'
  end)`) as unknown as Fragment;
}

/** An expression: the reason that goes with it. */
export function reasonAtRest(list: string): Fragment {
  return sql().unsafe(
    `(case when ${list} @? '$[*] ? (@.status == "bounced" || @.status == "failed")' then 'recipient_refused' when ${list} @> '[{"status":"suppressed"}]' then 'suppressed' end)`,
  ) as unknown as Fragment;
}
