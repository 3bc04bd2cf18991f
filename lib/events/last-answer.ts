import { sql } from '@/lib/database/db';

/**
 * When somebody last wrote to this provider's number, as an answer or of their own accord; null: not since then. Among the events of rare
 * types, by their index.
 */
export async function lastAnswer(
  address: string,
  { providerId, since }: { providerId: string; since: Date },
): Promise<Date | null> {
  const [row] = await sql()<{ at: Date | null }[]>`
    select greatest((
      select max(at) from events
      where type = 'replied' and type not in ('queued', 'sent', 'delivered')
        and recipient = ${address} and provider_id = ${providerId} and at >= ${since}
    ), (
      select max(at) from received_texts where address = ${address} and provider_id = ${providerId} and at >= ${since}
    )) as at`;
  return row?.at ?? null;
}
