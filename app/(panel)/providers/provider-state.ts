import type { ProviderView } from '@/lib/providers/schema';

export type ProviderState = 'working' | 'failing' | 'paused' | 'untested' | 'unfinished';

/** How a provider stands, in one word: what a person decided first, then what the last test said. */
export function providerState(
  provider: Pick<ProviderView, 'active' | 'lastTest'>,
  unfinished = false,
): ProviderState {
  if (!provider.active) return unfinished ? 'unfinished' : 'paused';
  if (!provider.lastTest) return 'untested';
  return provider.lastTest.ok ? 'working' : 'failing';
}

/** The order in which messages try them: paused ones last, higher priority first, then by name. */
export function inSendingOrder(providers: ProviderView[]): ProviderView[] {
  return [...providers].sort(
    (a, b) => Number(b.active) - Number(a.active) || b.priority - a.priority || a.name.localeCompare(b.name),
  );
}
