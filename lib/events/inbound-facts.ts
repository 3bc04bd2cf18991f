import { sql } from '@/lib/database/db';

export type InboundFacts = {
  lastReceivedAt: Date | null;
  /** In the last 24 hours, at most a thousand. */
  received: number;
  unreadAt: Date | null;
  unread: string | null;
  refusedAt: Date | null;
  refused: string | null;
};

/** What came in of a provider lately: a range of an index. */
export async function inboundFacts(providerId: string): Promise<InboundFacts> {
  const [row] = await sql()<[InboundFacts]>`
    with latest as (
      select received_at, error from inbound_events where provider_id = ${providerId} order by id desc limit 1000
    )
    select max(received_at) as "lastReceivedAt", (count(*) filter (where received_at > now() - interval '24 hours'))::int as received,
      (select received_at from latest where error is not null limit 1) as "unreadAt",
      (select error from latest where error is not null limit 1) as unread,
      (select at from inbound_refusals where provider_id = ${providerId}) as "refusedAt",
      (select reason from inbound_refusals where provider_id = ${providerId}) as refused
    from latest`;
  return row;
}
