import { cleanUp } from '@/lib/clean-up';

export async function cleanUpTask(): Promise<void> {
  await cleanUp();
}
