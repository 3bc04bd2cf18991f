import type { ProviderView } from '@/lib/providers/schema';
import { isSandbox } from './is-sandbox';

type Known = Pick<ProviderView, 'id' | 'kind'>;

/** Whether the one may be chosen as the fallback of the other: a sandbox takes nothing of what is really to be sent. */
export function mayStandIn(provider: Known, of: Known): boolean {
  return provider.id !== of.id && (!isSandbox(provider) || isSandbox(of));
}
