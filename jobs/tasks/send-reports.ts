import { sendDueReports } from '@/lib/reports/send-due';

export async function sendReportsTask(): Promise<void> {
  await sendDueReports(new Date());
}
