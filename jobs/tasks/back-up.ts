import { backUp } from '@/lib/backup/back-up';
import { jobContext } from '@/lib/context';

export async function backUpTask(): Promise<void> {
  await backUp(jobContext('back-up'));
}
