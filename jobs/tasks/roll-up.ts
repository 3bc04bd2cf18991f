import { sampleQueue } from '@/lib/backlog/sample-queue';
import { rollUp } from '@/lib/metrics/roll-up';

export async function rollUpTask(): Promise<void> {
  await sampleQueue();
  await rollUp();
}
