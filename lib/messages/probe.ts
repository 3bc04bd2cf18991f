import { releaseMessages } from './release';

/**
 * An open breaker's time is over. One parked message is woken to be the probe; while it is under way all others pass the provider
 * over. Without one, the next message that comes is the probe.
 */
export async function probeProvider(providerId: string): Promise<void> {
  await releaseMessages(providerId, 1);
}
