import { sql } from '@/lib/database/db';
import { SLICE } from './feed';
import type { CampaignRow } from './rows';

const MINUTE_MS = 60_000;

/** How many may be made now: of a pace what the time since the last ones allows, never more than that of a minute at once. */
export async function allowanceOf({ perMinute, fedAt }: CampaignRow, now = new Date()): Promise<number> {
  if (perMinute === null) return SLICE;
  const sinceMs = fedAt ? Math.min(MINUTE_MS, now.getTime() - fedAt.getTime()) : MINUTE_MS;
  return Math.floor((sinceMs / MINUTE_MS) * perMinute);
}

export async function spend({ id, perMinute, fedAt }: CampaignRow, count: number): Promise<void> {
  if (perMinute === null || count === 0) return;
  const now = Date.now();
  const from = Math.max(fedAt?.getTime() ?? 0, now - MINUTE_MS);
  const until = new Date(from + (count / perMinute) * MINUTE_MS);
  await sql()`update campaigns set fed_at = ${until} where id = ${id}`;
}
