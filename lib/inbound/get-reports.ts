import type { Context } from '@/lib/context';
import { inboundFacts } from '@/lib/events/inbound-facts';
import { isPublicAddress } from '@/lib/outbound/targets';
import { panelAddress } from '@/lib/process/panel-address';
import { getProvider } from '@/lib/providers/get';
import { findAdapter } from '@/lib/providers/registry';
import type { ProviderView } from '@/lib/providers/schema';
import type { ReportsView } from './report-schema';

/** Whether a provider's events arrive, and what is missing. @throws AppError not_found */
export async function getReports(ctx: Context, { id }: { id: string }): Promise<ReportsView> {
  const provider = await getProvider(ctx, id);
  const events = findAdapter(provider.kind)?.events;
  const facts = await inboundFacts(provider.id);
  const address = panelAddress();
  return {
    url: events ? `${address}/api/hooks/${provider.id}` : null,
    isPublic: isPublic(new URL(address)),
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

/** Providers post to names over TLS: what is neither can be reached from here alone. */
function isPublic({ protocol, hostname }: URL): boolean {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  if (protocol !== 'https:') return false;
  return /^[\d.]+$|:/.test(bare)
    ? isPublicAddress(bare)
    : bare.includes('.') && !/\.(local|internal|localhost|test)$/.test(bare);
}
