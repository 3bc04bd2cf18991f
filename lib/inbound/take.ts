import type { InboundRequest } from '@/lib/events/inbound';
import { keepInbound } from '@/lib/events/keep-inbound';
import { noteRefusal } from '@/lib/events/note-refusal';
import { log } from '@/lib/log';
import { cachedProviders } from '@/lib/providers/cache';

/** HTTP's number, which is all that whoever posted is told. */
export type Taken = 200 | 401 | 404 | 406;

/** Verifies what came in and stores it. @throws while the database is away */
export async function take(providerId: string, request: InboundRequest): Promise<Taken> {
  const provider = (await cachedProviders()).find(({ row }) => row.id === providerId.toLowerCase());
  const events = provider?.problem ? undefined : provider?.adapter.events;
  if (!provider || !events) return 404;
  const verified = await events.verify(request, provider.config);
  if (verified.ok) {
    await keepInbound(provider.row.id, request, verified.key);
    return 200;
  }
  log.warn('an event was turned away', { provider: provider.row.name, reason: verified.reason });
  await noteRefusal(provider.row.id, verified.reason);
  return (verified.status as Taken) ?? 401;
}
