import { sql } from '@/lib/database/db';
import { toWordsQuery } from './words';

export type Addressed = { id: string; companyId: string | null };

/** The last message to this address on the channel, one by the provider before those by others; null: nobody has written to them. */
export async function findLastTo(
  address: string,
  { channel, providerId }: { channel: string; providerId: string },
): Promise<Addressed | null> {
  const [row] = await sql()<Addressed[]>`
    with found as materialized (select message_id as id from message_bodies where words @@ ${toWordsQuery({ to: address })}::tsquery)
    select m.id, m.company_id as "companyId" from found join messages m on m.id = found.id
    where m.channel = ${channel} and m.provider_id is not null and m.erased_at is null
    order by (m.provider_id = ${providerId}) desc, m.id desc limit 1`;
  return row ?? null;
}

/** Of a message that has one: then nobody need say who is meant. Null: it has several. */
export async function onlyRecipient(messageId: string): Promise<string | null> {
  const [row] = await sql()<{ address: string }[]>`
    select recipients->0->>'address' as address from messages
    where id = ${messageId} and jsonb_array_length(recipients) = 1 and erased_at is null`;
  return row?.address ?? null;
}
