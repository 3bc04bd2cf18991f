import { ensureComingPartitions } from '@/lib/partitions';

export async function ensurePartitionsTask(): Promise<void> {
  await ensureComingPartitions();
}
