import { CachedFor } from '@/lib/async/cached-for';
import { sql } from '@/lib/database/db';

const MAX_AGE_MS = 250;

const cache = new CachedFor<string[]>(MAX_AGE_MS, read);

/** Campaigns of which nobody may begin to send a message: paused, or stopped and not all canceled yet. Known for a quarter of a second. */
export function haltedCampaigns(): Promise<string[]> {
  return cache.get(undefined);
}

/** For the process that made the change, and for tests. */
export function forgetHalted(): void {
  cache.forget();
}

/** The same as a condition of a statement, read within it: nothing of a campaign is claimed once its pause is committed. */
export function notHalted() {
  return sql()`(campaign_id is null or campaign_id not in (
    select id from campaigns where finished_at is null and state in ('paused', 'canceled')))`;
}

async function read(): Promise<string[]> {
  const rows = await sql()<{ id: string }[]>`
    select id from campaigns where finished_at is null and state in ('paused', 'canceled')`;
  return rows.map(({ id }) => id);
}
