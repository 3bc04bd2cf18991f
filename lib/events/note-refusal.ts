import { sql } from '@/lib/database/db';
import { storable } from '@/lib/database/storable';

/** Whoever posts rubbish all day makes no more work than this. */
const EVERY_MS = 5_000;
const noted = new Map<string, number>();

/** Why something was turned away at a provider's door, so that its page can say so. */
export async function noteRefusal(providerId: string, reason: string): Promise<void> {
  const now = Date.now();
  if (now - (noted.get(providerId) ?? 0) < EVERY_MS) return;
  noted.set(providerId, now);
  await sql()`
    insert into inbound_refusals (provider_id, at, reason) values (${providerId}, now(), ${storable(reason)})
    on conflict (provider_id) do update set at = excluded.at, reason = excluded.reason`;
}
