import type { ProviderView } from '@/lib/providers/schema';

type Known = Pick<ProviderView, 'id' | 'kind'>;

/** Whether the one may be chosen as the fallback of the other: a sandbox takes nothing of what is really to be sent. */
export function mayStandIn(provider: Known, of: Known): boolean {
  return provider.id !== of.id && (provider.kind !== 'sandbox' || of.kind === 'sandbox');
}
