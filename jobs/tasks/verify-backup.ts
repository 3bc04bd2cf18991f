import { verifyNewest } from '@/lib/backup/verify';
import { jobContext } from '@/lib/context';

export async function verifyBackupTask(): Promise<void> {
  await verifyNewest(jobContext('verify-backup'));
}
