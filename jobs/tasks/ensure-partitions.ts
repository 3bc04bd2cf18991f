import { sql } from '@/lib/db';
import { ensurePartitions } from '@/lib/partitions';

export async function ensurePartitionsTask(): Promise<void> {
  await ensurePartitions(sql());
}
