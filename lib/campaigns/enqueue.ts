import { sql } from '@/lib/database/db';
import { addJobs } from '@/lib/queue/enqueue';

/** A job for each: asked for again while it waits, it stays one. */
export async function enqueueCampaigns(ids: string[], delayMs = 0): Promise<void> {
  if (ids.length === 0) return;
  const jobs = ids.map((id) => ({ payload: { id }, key: id, delayMs }));
  await sql()`${addJobs('run-campaign', jobs)}`;
}
