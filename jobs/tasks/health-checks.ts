import { checkDueProviders } from '@/lib/providers/check-due';

export async function healthChecks(): Promise<void> {
  await checkDueProviders();
}
