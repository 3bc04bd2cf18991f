import { createHash } from 'node:crypto';
import { sql } from '@/lib/database/db';
import type { ALERT_EVENTS, RECEIVED_EVENT } from './event-types';

type Announcement = {
  type: (typeof ALERT_EVENTS)[number] | typeof RECEIVED_EVENT;
  /** What it is about; the same announced twice is told once. */
  key: string;
  companyId: string | null;
  at: Date;
  data: Record<string, unknown>;
};

/** Tells webhooks of something that is no event of a message. */
export async function announce({ type, key, companyId, at, data }: Announcement): Promise<void> {
  const payload = JSON.stringify({ type, timestamp: at.toISOString(), data });
  const hash = createHash('md5').update(`${type} ${key}`).digest('hex');
  await sql()`
    insert into webhook_deliveries (id, webhook_id, company_id, type, payload, next_at)
    select (lpad(to_hex((extract(epoch from ${at}::timestamptz) * 1000)::bigint), 12, '0') || '7' || substr(md5(w.id::text || ${hash}), 1, 3)
        || '8' || substr(md5(w.id::text || ${hash}), 4, 15))::uuid,
      w.id, ${companyId}, ${type}, ${payload}, now()
    from webhooks w
    where w.active and (w.event_types is null or ${type} = any(w.event_types))
      and (w.company_id is null or w.company_id = ${companyId})
    on conflict do nothing`;
}
