import { errorMessage } from '@/lib/errors';
import type { InboundRequest, Verified } from '@/lib/events/inbound';
import { keepInbound } from '@/lib/events/keep-inbound';
import { noteRefusal } from '@/lib/events/note-refusal';
import { log } from '@/lib/log';
import type { AnyAdapter, ProviderConfig } from '@/lib/providers/adapter';
import { cachedProviders } from '@/lib/providers/cache';

/** HTTP's number, which is all that whoever posted is told. */
export type Taken = 200 | 401 | 404 | 406 | 503;

/**
 * Verifies what came in and stores it. 503: its provider is there, but nothing can be verified until somebody has put its settings or the
 * master key in order. @throws while the database is away
 */
export async function take(providerId: string, request: InboundRequest): Promise<Taken> {
  const provider = (await cachedProviders()).find(({ row }) => row.id === providerId.toLowerCase());
  if (provider?.problem) return 503;
  const events = provider?.adapter.events;
  if (!provider || !events) return 404;
  const verified = await verify(events, request, provider.config);
  if (verified.ok) {
    await keepInbound(provider.row.id, request, verified.key);
    return 200;
  }
  log.warn('an event was turned away', { provider: provider.row.name, reason: verified.reason });
  await noteRefusal(provider.row.id, verified.reason);
  return (verified.status as Taken) ?? 401;
}

type Events = NonNullable<AnyAdapter['events']>;

/** What cannot even be judged is not its provider's. */
async function verify(events: Events, request: InboundRequest, config: ProviderConfig): Promise<Verified> {
  try {
    return await events.verify(request, config);
  } catch (error) {
    return { ok: false, reason: `it could not be verified: ${errorMessage(error).slice(0, 200)}` };
  }
}
