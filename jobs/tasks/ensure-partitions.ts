import { ensureComingPartitions } from '@/lib/database/partitions';

export async function ensurePartitionsTask(): Promise<void> {
  await ensureComingPartitions();
}
