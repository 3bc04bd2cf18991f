import { rollUp } from '@/lib/metrics/roll-up';

export async function rollUpTask(): Promise<void> {
  await rollUp();
}
