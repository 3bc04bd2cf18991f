import { announce } from '@/lib/announcements/announce';
import { backUp } from '@/lib/backup/back-up';
import { jobContext } from '@/lib/context';

export async function backUpTask(): Promise<void> {
  try {
    await backUp(jobContext('back-up'));
  } finally {
    // Who looks at the page of backups sees it end.
    announce('settings');
  }
}
