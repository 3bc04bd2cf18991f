import { checkDueDomains } from '@/lib/domains/check-due';
import { rotateDueKeys } from '@/lib/domains/rotate-due';

export async function checkDomainsTask(): Promise<void> {
  await rotateDueKeys();
  await checkDueDomains();
}
