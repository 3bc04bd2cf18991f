import { evaluateAlerts } from '@/lib/alerts/evaluate';

export async function watchTask(): Promise<void> {
  await evaluateAlerts();
}
