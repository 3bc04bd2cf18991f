import { sql } from '@/lib/database/db';
import { toWordsQuery } from './words';

export type Addressed = { id: string; companyId: string | null };

type Where = {
  channel: string;
  providerId: string;
  /** Whose the provider is: of others nothing is found; null: it is shared. */
  companyId: string | null;
};

/** The last message to this address on the channel, one by the provider before those by others; null: nobody has written to them. */
export async function findLastTo(
  address: string,
  { channel, providerId, companyId }: Where,
): Promise<Addressed | null> {
  const [row] = await sql()<Addressed[]>`
    with found as materialized (select message_id as id from message_bodies where words @@ ${toWordsQuery({ to: address })}::tsquery)
    select m.id, m.company_id as "companyId" from found join messages m on m.id = found.id
    where m.channel = ${channel} and m.provider_id is not null and m.erased_at is null
      and (${companyId}::uuid is null or m.company_id = ${companyId})
    order by (m.provider_id = ${providerId}) desc, m.id desc limit 1`;
  return row ?? null;
}

/** Of these messages those that a provider of this company can have carried; null: of all. */
export async function onlyOfCompany(ids: string[], companyId: string | null): Promise<string[]> {
  if (companyId === null || ids.length === 0) return ids;
  const rows = await sql()<{ id: string }[]>`
    select id from messages where id = any(${ids}::uuid[]) and company_id = ${companyId}`;
  return rows.map(({ id }) => id);
}

/** Of a message that has one: then nobody need say who is meant. Null: it has several. */
export async function onlyRecipient(messageId: string): Promise<string | null> {
  const [row] = await sql()<{ address: string }[]>`
    select recipients->0->>'address' as address from messages
    where id = ${messageId} and jsonb_array_length(recipients) = 1 and erased_at is null`;
  return row?.address ?? null;
}
