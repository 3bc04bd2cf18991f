import { cleanUp } from '@/lib/retention/clean-up';

export async function cleanUpTask(): Promise<void> {
  await cleanUp();
}
