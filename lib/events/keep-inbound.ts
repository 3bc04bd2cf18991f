import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import type { InboundRequest } from './inbound';

/** What proves who sent it has done so at the door, and is not for a table. */
const SECRETS = new Set(['authorization', 'proxy-authorization', 'cookie']);

/** Stores what a provider sent, byte for byte, before it is answered; a job reads it. Committed when this resolves. */
export async function keepInbound(
  providerId: string,
  { headers, body }: InboundRequest,
): Promise<{ id: string }> {
  const id = newId();
  const kept = Object.fromEntries(
    Object.entries(headers).filter(([name]) => !SECRETS.has(name.toLowerCase())),
  );
  await sql()`
    insert into inbound_events (id, provider_id, headers, body)
    values (${id}, ${providerId}, ${sql().json(kept)}, ${Buffer.from(body)})`;
  return { id };
}
