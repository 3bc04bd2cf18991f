import { connectionsAt, type LearnedPace, rateAt } from '@/lib/routing/pace';
import type { ProviderPace } from './health-schema';

/** A row of `provider_pace`. */
export type StoredPace = LearnedPace & { pausedUntil: Date | null; reply: string | null };

/** What a preset or a person allows it. */
type Configured = { perSecond: number | null; connections: number };

/** What refusals taught of a provider's pace, for people to see. The words of the last one as long as something is left of it. */
export function viewPace(stored: StoredPace | null, configured: Configured, now: Date): ProviderPace {
  const perSecond = stored ? rateAt(stored, configured.perSecond, now) : configured.perSecond;
  const pausedUntil = stored?.pausedUntil && stored.pausedUntil > now ? stored.pausedUntil : null;
  const left = stored ? connectionsAt(stored, configured.connections, now) : configured.connections;
  const connections = left < configured.connections ? left : null;
  const slowed = perSecond !== configured.perSecond || pausedUntil !== null || connections !== null;
  return {
    perSecond,
    configuredPerSecond: configured.perSecond,
    pausedUntil: pausedUntil?.toISOString() ?? null,
    connections,
    since: slowed ? (stored?.changedAt?.toISOString() ?? null) : null,
    reply: slowed ? (stored?.reply ?? null) : null,
  };
}
