import type { Context } from '@/lib/context';
import { inboundFacts } from '@/lib/events/inbound-facts';
import { getProvider } from '@/lib/providers/get';
import { hookUrl, isReachable } from '@/lib/providers/hooks/public-address';
import { findAdapter } from '@/lib/providers/registry';
import type { ProviderView } from '@/lib/providers/schema';
import type { ReportsView } from './report-schema';

/** Whether a provider's events arrive, and what is missing. @throws AppError not_found */
export async function getReports(
  ctx: Context,
  { id }: { id: string },
  address?: string,
): Promise<ReportsView> {
  const provider = await getProvider(ctx, id);
  const { events, hooks } = findAdapter(provider.kind) ?? {};
  const facts = await inboundFacts(provider.id);
  const url = hookUrl(provider.id, address);
  return {
    url: events ? url : null,
    isPublic: isReachable(url),
    byApi: hooks !== undefined,
    proof: events ? { name: events.proof, set: isSet(provider, events.proof) } : null,
    lastReceivedAt: facts.lastReceivedAt?.toISOString() ?? null,
    received: facts.received,
    lastUnread: facts.unreadAt && { at: facts.unreadAt.toISOString(), error: facts.unread! },
    lastRefused: facts.refusedAt && { at: facts.refusedAt.toISOString(), reason: facts.refused! },
  };
}

function isSet({ settings, secrets }: ProviderView, name: string): boolean {
  return secrets[name]?.set === true || !!settings[name];
}
