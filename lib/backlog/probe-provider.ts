import { db } from '@/lib/database/db';
import { probeByCheck } from '@/lib/providers/health/check-provider';
import { enqueue } from '@/lib/queue/enqueue';
import type { TaskPayloads } from '@/lib/queue/tasks';
import { releaseOne } from './release';

/** By then the message that was woken has begun, or went elsewhere. */
const BEGUN_AFTER_SECONDS = 3;

/**
 * An open breaker's time is over. One parked message is woken to be the probe; while it is under way all others pass the provider
 * over. Without one, or where another provider or a person took it, a health check tells: else the next one is minutes away.
 */
export async function probeProvider({ providerId, byCheck }: TaskPayloads['probe']): Promise<void> {
  if (byCheck || !(await releaseOne(providerId))) await probeByCheck(providerId);
  else
    await enqueue(db(), 'probe', { providerId, byCheck: true }, `${providerId} check`, BEGUN_AFTER_SECONDS);
}
