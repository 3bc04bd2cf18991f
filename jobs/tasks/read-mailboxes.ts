import { readDueMailboxes } from '@/lib/bounces/mailboxes/read-due';

export async function readMailboxesTask(): Promise<void> {
  await readDueMailboxes();
}
