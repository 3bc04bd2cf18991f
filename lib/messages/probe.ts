import { probeByCheck } from '@/lib/providers/check';
import { releaseOne } from './release';

/**
 * An open breaker's time is over. One parked message is woken to be the probe; while it is under way all others pass the provider
 * over. Without one, a health check tells.
 */
export async function probeProvider(providerId: string): Promise<void> {
  if (!(await releaseOne(providerId))) await probeByCheck(providerId);
}
