import { checkDueHealth } from '@/lib/domains/health/check-health';

export async function checkDomainHealthTask(): Promise<void> {
  await checkDueHealth();
}
