import { isConnectionError } from '@/lib/database/db-errors';
import type { InboundRequest } from '@/lib/events/inbound';
import { isUuid } from '@/lib/ids';
import { cachedProviders } from '@/lib/providers/cache';
import type { Answered } from './read-hook';
import { spool } from './spool';
import { type Taken, take } from './take';

/**
 * Takes what a provider tells of its own accord: verified, stored by one insert, answered; a job reads it. While the database is away, or
 * its provider cannot be read, it goes to a file, is answered as well, and is verified when it is taken up: some senders try only for a minute.
 */
export async function receive(providerId: string, request: InboundRequest): Promise<Taken> {
  if (!isUuid(providerId)) return 404;
  try {
    const taken = await take(providerId, request);
    if (taken !== 503) return taken;
  } catch (error) {
    if (!isConnectionError(error)) throw error;
  }
  return (await spool({ providerId, ...request })) ? 200 : 503;
}

/** The same, with what this provider wants to hear where it was taken. */
export async function receiveAndAnswer(
  providerId: string,
  request: InboundRequest,
): Promise<Taken | Answered> {
  const status = await receive(providerId, request);
  if (status !== 200) return status;
  const provider = (await cachedProviders().catch(() => [])).find(
    ({ row }) => row.id === providerId.toLowerCase(),
  );
  const answer = provider && !provider.problem && provider.adapter.events?.answer?.(provider.config);
  return answer ? { status, answer } : status;
}
