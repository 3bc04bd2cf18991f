import { checkDueProviders } from '@/lib/providers/health/check-due';

export async function healthChecks(): Promise<void> {
  await checkDueProviders();
}
