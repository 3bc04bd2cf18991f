import type { AiReason } from '@/lib/ai/ask/answer';
import type { AiProviderView } from '@/lib/ai/providers/schema';

type Offer = { provider: AiProviderView; reason: Extract<AiReason, 'budget' | 'no_provider'> | null };

/** Of its company's own and the shared ones, in the order in which they are asked. What keeps all of them from it is said, not hidden. */
export function offerOf(providers: AiProviderView[], company: string | undefined): Offer | null {
  const theirs = providers.filter((each) => each.company === undefined || each.company === company);
  const ready = theirs.find(({ state }) => state === 'ready');
  if (ready) return { provider: ready, reason: null };
  const usedUp = theirs.find(({ state }) => state === 'budget_used');
  const first = usedUp ?? theirs[0];
  return first ? { provider: first, reason: usedUp ? 'budget' : 'no_provider' } : null;
}
