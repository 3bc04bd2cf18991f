import type { ProviderView } from '@/lib/providers/schema';
import { hasRealProvider } from '@/lib/routing/pass-over';
import { isSandbox } from './is-sandbox';

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

/** The order in which messages try them: paused ones last, before them what is not called now, higher priority first, then by name. */
export function inSendingOrder(providers: ProviderView[]): ProviderView[] {
  return [...providers].sort(
    (a, b) =>
      Number(b.active) - Number(a.active) ||
      Number(isInTurn(b, providers)) - Number(isInTurn(a, providers)) ||
      b.priority - a.priority ||
      a.name.localeCompare(b.name),
  );
}

/** Messages that name nobody go to it now: it is neither paused nor stopped by itself, what is stored of it can be used, and it sends. */
function isInTurn(provider: ProviderView, all: ProviderView[]): boolean {
  const { active, health } = provider;
  return active && !health.problem && health.breaker === 'closed' && !keepsNamedOnly(provider, all);
}

/** A sandbox beside a provider that sends, paused or not: it keeps what names it, tests and drills, and nothing else. */
export function keepsNamedOnly(provider: ProviderView, all: ProviderView[]): boolean {
  const { channel, company = null } = provider;
  const known = all.map((each) => ({
    keeps: isSandbox(each),
    channel: each.channel,
    companyId: each.company ?? null,
  }));
  return isSandbox(provider) && hasRealProvider(known, { channel, companyId: company });
}

export type Turn = { place: number; shared: boolean };

/** Its turn among those that are called now; `shared`: another one has the same. Null: no messages go to it. */
export function turnOf(provider: ProviderView, all: ProviderView[]): Turn | null {
  if (!isInTurn(provider, all)) return null;
  const beside = all.filter((other) => isInTurn(other, all) && other.channel === provider.channel);
  return {
    place: 1 + beside.filter(({ priority }) => priority > provider.priority).length,
    shared: beside.some(({ id, priority }) => id !== provider.id && priority === provider.priority),
  };
}
