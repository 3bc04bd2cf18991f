import type { ProviderView } from '@/lib/providers/schema';

export type ProviderState =
  | 'working'
  | 'misconfigured'
  | 'stopped'
  | 'trying'
  | 'failing'
  | 'unhealthy'
  | 'degraded'
  | 'paused'
  | 'untested'
  | 'unfinished';

/** How a provider stands, in one word: what a person decided, then whether it can be used at all, the breaker, the last test and the last messages. */
export function providerState(
  provider: Pick<ProviderView, 'active' | 'lastTest' | 'health'>,
  unfinished = false,
): ProviderState {
  const { active, lastTest, health } = provider;
  if (!active) return unfinished ? 'unfinished' : 'paused';
  if (health.problem) return 'misconfigured';
  if (health.breaker === 'open') return 'stopped';
  if (health.breaker !== 'closed') return 'trying';
  if (lastTest && !lastTest.ok) return 'failing';
  if (health.state !== 'healthy') return health.state;
  return lastTest ? 'working' : 'untested';
}

/** The order in which messages try them: paused ones last, higher priority first, then by name. */
export function inSendingOrder(providers: ProviderView[]): ProviderView[] {
  return [...providers].sort(
    (a, b) => Number(b.active) - Number(a.active) || b.priority - a.priority || a.name.localeCompare(b.name),
  );
}
