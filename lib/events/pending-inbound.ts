import { sql } from '@/lib/database/db';
import { storable } from '@/lib/database/storable';
import type { InboundRequest } from './inbound';

export type PendingInbound = InboundRequest & { id: string; providerId: string };

/** What providers told and nobody has read yet, oldest first: so many, of so many bytes together, but one at least. */
export function pendingInbound(
  after: string | null,
  most: { rows: number; bytes: number },
): Promise<PendingInbound[]> {
  return sql()<PendingInbound[]>`
    with next as (
      select id, sum(size) over (order by id) - size as before from (
        select id, octet_length(body) as size from inbound_events
        where applied_at is null ${after ? sql()`and id > ${after}` : sql()``} order by id limit ${most.rows}) pending
    )
    select id, provider_id as "providerId", headers, body, received_at as "receivedAt" from inbound_events
    where id in (select id from next where before < ${most.bytes}) order by id`;
}

/** `error`: why it could not be read, in words for a technician; they may quote what came, zeros and all. */
export async function noteRead(read: { id: string; error: string | null }[]): Promise<void> {
  if (read.length === 0) return;
  await sql()`
    update inbound_events i set applied_at = now(), error = r.error
    from jsonb_to_recordset(${sql().json(storable(read))}) as r(id uuid, error text) where i.id = r.id`;
}
