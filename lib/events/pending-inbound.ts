import { sql } from '@/lib/database/db';
import type { InboundRequest } from './inbound';

export type PendingInbound = InboundRequest & { id: string; providerId: string };

/** What providers told and nobody has read yet, oldest first. */
export function pendingInbound(after: string | null, limit: number): Promise<PendingInbound[]> {
  return sql()<PendingInbound[]>`
    select id, provider_id as "providerId", headers, body, received_at as "receivedAt" from inbound_events
    where applied_at is null ${after ? sql()`and id > ${after}` : sql()``} order by id limit ${limit}`;
}

/** `error`: why it could not be read, in words for a technician. */
export async function noteRead(id: string, error: string | null): Promise<void> {
  await sql()`update inbound_events set applied_at = now(), error = ${error} where id = ${id}`;
}
