import { checkDueDomains } from '@/lib/domains/check-due';

export async function checkDomainsTask(): Promise<void> {
  await checkDueDomains();
}
