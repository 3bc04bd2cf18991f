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

/** The order in which messages try them: paused ones last, before them what has stopped by itself, higher priority first, then by name. */
export function inSendingOrder(providers: ProviderView[]): ProviderView[] {
  return [...providers].sort(
    (a, b) =>
      Number(b.active) - Number(a.active) ||
      Number(isCalled(b)) - Number(isCalled(a)) ||
      b.priority - a.priority ||
      a.name.localeCompare(b.name),
  );
}

/** Messages go to it now: it is neither paused nor stopped by itself, and what is stored of it can be used. */
export function isCalled({ active, health }: Pick<ProviderView, 'active' | 'health'>): boolean {
  return active && !health.problem && health.breaker === 'closed';
}

export type Turn = { place: number; shared: boolean };

/** Its turn among those that are called now; `shared`: another one has the same. Null: no messages go to it. */
export function turnOf(provider: ProviderView, all: ProviderView[]): Turn | null {
  if (!isCalled(provider)) return null;
  const beside = all.filter((other) => isCalled(other) && other.channel === provider.channel);
  return {
    place: 1 + beside.filter(({ priority }) => priority > provider.priority).length,
    shared: beside.some(({ id, priority }) => id !== provider.id && priority === provider.priority),
  };
}
