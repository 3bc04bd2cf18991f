import { sql } from '@/lib/database/db';
import { CANCELABLE } from './status';
import { toWordsQuery } from './words';

/** Whose data goes: their address in every spelling, in lower case, and what stands in its place. */
export type Person = { addresses: string[]; standIn: string };

/** Messages to them after this one, oldest first, by the index of words. */
export async function messagesOf({ addresses }: Person, after: string, limit: number): Promise<string[]> {
  const query = addresses.map((address) => `(${toWordsQuery({ to: address })})`).join(' | ');
  const rows = await sql()<{ id: string }[]>`
    with found as materialized (select message_id as id from message_bodies where words @@ ${query}::tsquery)
    select id from found where id > ${after} order by id limit ${limit}`;
  return rows.map(({ id }) => id);
}

export type OpenMessage = { id: string; inHands: boolean; forOthers: boolean };

/** Those of them that are not at rest. `inHands`: somebody sends it at this moment; `forOthers`: somebody else waits for it, too. */
export function openAmong({ addresses }: Person, ids: string[]): Promise<OpenMessage[]> {
  return sql()<OpenMessage[]>`
    select id, claimed_until > now() or unfinished as "inHands", exists (
        select from jsonb_array_elements(recipients) r
        where lower(r->>'address') <> all(${addresses}) and r->>'status' in ('waiting', 'unknown')) as "forOthers"
    from messages m cross join lateral (select exists (
      select from attempts a where a.message_id = m.id and a.finished_at is null) as unfinished) a
    where id = any(${ids}::uuid[]) and id between ${ids[0]!} and ${ids.at(-1)!}
      and (status = any(${[...CANCELABLE]}) or claimed_until > now() or unfinished)
    order by id`;
}

/** What a recipient's entry says of them, beside the address. */
const SAID = ['name', 'reply', 'misfits', 'corrected', 'suppressed', 'providerMessageId'];

/**
 * From here on they are none of its recipients: nothing that is told of them later is noted, and it is never sent again. States stay, since
 * figures are made of them. @returns how many; those that are not at rest any more stay as they are
 */
export async function hideRecipient({ addresses, standIn }: Person, ids: string[]): Promise<number> {
  const { count } = await sql()`
    update messages m set
      erased_at = coalesce(erased_at, now()), subject = null, metadata = null, attachment_count = 0,
      recipients = (
        select jsonb_agg(case when lower(r->>'address') = any(${addresses})
          then (r - ${SAID}::text[]) || jsonb_build_object('address', ${standIn}::text, 'erased', true) else r end order by n)
        from jsonb_array_elements(recipients) with ordinality as e(r, n)),
      recipient_addresses = array(
        select case when lower(a) = any(${addresses}) then ${standIn} else a end from unnest(recipient_addresses) a)
    where id = any(${ids}::uuid[]) and id between ${ids[0]!} and ${ids.at(-1)!}
      and status <> all(${[...CANCELABLE]}) and (claimed_until is null or claimed_until < now())
      -- Not a look at each for itself: see sameId.
      and id not in (
        select message_id from attempts
        where message_id = any(${ids}::uuid[]) and message_id between ${ids[0]!} and ${ids.at(-1)!} and finished_at is null)`;
  return count;
}

type Searched = {
  id: string;
  recipients: { address: string; name?: string; erased?: true }[];
  tags: string[];
  category: string;
};

/** What the index of words is made of. */
export function searchedOf(ids: string[]): Promise<Searched[]> {
  return sql()<Searched[]>`
    select id, recipients, tags, category from messages where id = any(${ids}::uuid[]) and id between ${ids[0]!} and ${ids.at(-1)!}`;
}
