import { drawOrder } from './draw';
import { isBelow } from './health';
import { passedOver } from './pass-over';
import { scoresBy } from './strategies';
import type {
  Candidate,
  Ranked,
  RankedBy,
  RoutingMessage,
  RoutingPolicy,
  RoutingProvider,
  Strategy,
} from './types';

const URGENT = 0;

/**
 * Every provider, once: those that may carry the message in the order in which they are tried, then the others with the
 * reason why they were passed over. The same arguments give the same answer.
 */
export function rankProviders(
  providers: RoutingProvider[],
  message: RoutingMessage,
  policy: RoutingPolicy,
): Candidate[] {
  const eligible: RoutingProvider[] = [];
  const others: Candidate[] = [];
  for (const provider of providers) {
    const verdict = passedOver(provider, message);
    if (verdict) others.push({ providerId: provider.id, provider: provider.name, rank: null, ...verdict });
    else eligible.push(provider);
  }
  return [...rankEligible(eligible, message, policy), ...others];
}

type Place = { provider: RoutingProvider; score?: number; reason?: Ranked };

function rankEligible(
  eligible: RoutingProvider[],
  message: RoutingMessage,
  policy: RoutingPolicy,
): Candidate[] {
  const strategy = rankedBy(message, policy);
  const places =
    strategy === 'requested'
      ? inRequestedOrder(eligible, message.providerIds!)
      : withFallback(inTiers(byStrategy(eligible, strategy, message.seed, policy)));
  return places.map(({ provider, score, reason }, index) => ({
    providerId: provider.id,
    provider: provider.name,
    rank: index + 1,
    reason: index === 0 ? 'chosen' : (reason ?? 'next'),
    strategy,
    ...(score !== undefined && { score }),
  }));
}

function rankedBy({ providerIds, priority, category }: RoutingMessage, policy: RoutingPolicy): RankedBy {
  if (providerIds) return 'requested';
  return priority === URGENT ? 'urgent' : (policy.strategies[category] ?? 'priority');
}

/** Whoever names the order has thought of it: neither health nor a fallback changes it. */
function inRequestedOrder(eligible: RoutingProvider[], requested: string[]): Place[] {
  return eligible
    .toSorted((a, b) => requested.indexOf(a.id) - requested.indexOf(b.id))
    .map((provider) => ({ provider }));
}

/** Best score first; equals in an order drawn by their weights. */
function byStrategy(
  eligible: RoutingProvider[],
  strategy: Exclude<RankedBy, 'requested'>,
  seed: string,
  policy: RoutingPolicy,
): Place[] {
  const known: Strategy = strategy === 'urgent' ? 'priority' : strategy;
  const scores = scoresBy(known, eligible, policy.balanced);
  const places = eligible.map((provider, index) => ({
    provider,
    score: scores[index]!,
    reason: demotion(provider, policy.breaker),
  }));
  if (places.length < 2) return places;
  const equals = Map.groupBy(places, ({ score }) => score);
  return [...equals.keys()]
    .sort((a, b) => b - a)
    .flatMap((score) => drawOrder(equals.get(score)!, ({ provider }) => provider, seed));
}

/** Those over their soft budget come after those that are not, those that mostly fail after all. */
function inTiers(places: Place[]): Place[] {
  const tier = ({ reason }: Place) => (reason === 'unhealthy' ? 2 : reason === 'over_soft_budget' ? 1 : 0);
  return places.sort((a, b) => tier(a) - tier(b));
}

function demotion(
  { successRate, overSoftBudget }: RoutingProvider,
  { unhealthyBelowPercent }: RoutingPolicy['breaker'],
): Ranked | undefined {
  if (isBelow(successRate, unhealthyBelowPercent)) return 'unhealthy';
  return overSoftBudget ? 'over_soft_budget' : undefined;
}

/** The first one's configured fallback comes second, whatever its score, unless it was put behind the others. */
function withFallback(places: Place[]): Place[] {
  const [first, ...rest] = places;
  const fallback = rest.find(({ provider }) => provider.id === first?.provider.fallbackId);
  if (!first || !fallback || fallback.reason) return places;
  return [first, { ...fallback, reason: 'fallback' }, ...rest.filter((place) => place !== fallback)];
}
