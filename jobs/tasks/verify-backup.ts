import { announce } from '@/lib/announcements/announce';
import { verifyNewest } from '@/lib/backup/verify';
import { jobContext } from '@/lib/context';

export async function verifyBackupTask(): Promise<void> {
  try {
    await verifyNewest(jobContext('verify-backup'));
  } finally {
    // Who looks at the page of backups sees it end.
    announce('settings');
  }
}
