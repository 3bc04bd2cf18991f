import { sql } from '@/lib/database/db';

/** When somebody last wrote to this provider's number; null: not since then. Among the events of rare types, by their index. */
export async function lastAnswer(
  address: string,
  { providerId, since }: { providerId: string; since: Date },
): Promise<Date | null> {
  const [row] = await sql()<{ at: Date | null }[]>`
    select max(at) as at from events
    where type = 'replied' and type not in ('queued', 'sent', 'delivered')
      and recipient = ${address} and provider_id = ${providerId} and at >= ${since}`;
  return row?.at ?? null;
}
