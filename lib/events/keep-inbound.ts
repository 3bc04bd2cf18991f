import { Batcher } from '@/lib/async/batcher';
import { sql } from '@/lib/database/db';
import { storable } from '@/lib/database/storable';
import { newId } from '@/lib/ids';
import { addJob } from '@/lib/queue/enqueue';
import type { InboundRequest } from './inbound';
import { QUERY } from './query';

/** What proves who sent it has done so at the door, and is not for a table. */
const SECRETS = new Set(['authorization', 'proxy-authorization', 'cookie', 'x-webhook-token']);

type Kept = InboundRequest & { providerId: string; key?: string };

const batcher = new Batcher<Kept, { id: string }>({
  flush: write,
  waitMs: 4,
  maxItems: 200,
  concurrency: 2,
  weigh: ({ body }) => body.length,
  maxWeight: 4 * 1024 * 1024,
});

/**
 * Stores what a provider sent, byte for byte, before it is answered; a job reads it. Committed, with that job, when this resolves. With a
 * `key` that was there before nothing is stored.
 */
export function keepInbound(
  providerId: string,
  request: InboundRequest,
  key?: string,
): Promise<{ id: string }> {
  return batcher.add({ ...request, providerId, key });
}

async function write(items: Kept[]): Promise<{ id: string }[]> {
  const rows = items.map(({ providerId, headers, body, receivedAt, key }) => ({
    id: newId(),
    provider_id: providerId,
    received_at: receivedAt,
    key: key === undefined ? null : storable(key).slice(0, 300),
    headers: sql().json(storable(withoutSecrets(headers))),
    body: Buffer.from(body),
  }));
  await sql()`
    with kept as (
      insert into inbound_events ${sql()(rows)} on conflict (provider_id, key) where key is not null do nothing returning id
    )
    select ${addJob('read-inbound')} from (select from kept limit 1) any_of_them`;
  return rows.map(({ id }) => ({ id }));
}

function withoutSecrets(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !SECRETS.has(name.toLowerCase()))
      .map(([name, value]) => [name, name === QUERY ? withoutToken(value) : value]),
  );
}

/** The part of an address that stands for a password. */
function withoutToken(query: string): string {
  return query.replace(/(^|&)token=[^&]*/g, '');
}
