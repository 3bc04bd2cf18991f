import { URGENT } from '@/lib/queue/priority';
import { drawOrder } from './draw';
import { isBelow } from './health';
import { hasRealProvider, isForTheMoment, passedOver } from './pass-over';
import { breaksAlignment } from './sender-guard';
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
import { type WarmUpStanding, warmUpOf } from './warm-up';

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
  const resting: RoutingProvider[] = [];
  const others: Candidate[] = [];
  const isReal = hasRealProvider(providers, message);
  const breaks = breaksAlignment(policy.guard, message);
  const warmUp = warmUpOf(policy.warmUps, message);
  const isRefused = policy.guard?.mode === 'refuse' ? breaks : undefined;
  for (const provider of providers) {
    const verdict =
      passedOver(provider, message, isReal) ??
      (isRefused?.(provider) ? ({ reason: 'breaks_alignment' } as const) : null) ??
      (message.priority === URGENT ? null : usedUp(warmUp(provider)));
    if (verdict) others.push({ providerId: provider.id, provider: provider.name, rank: null, ...verdict });
    if (!verdict) eligible.push(provider);
    else if (isForTheMoment(verdict)) resting.push(provider);
  }
  return [...rankEligible(eligible, resting, message, { ...policy, breaks, warmUp }), ...others];
}

function usedUp(warmUp: WarmUpStanding | undefined) {
  return warmUp?.isUsed ? ({ reason: 'warm_up_used', until: warmUp.until.toISOString() } as const) : null;
}

/** `breaks`: by whom mail of this sender would not be taken for its own. */
type Weighing = RoutingPolicy & {
  breaks?: ((provider: RoutingProvider) => boolean) | undefined;
  warmUp: ReturnType<typeof warmUpOf>;
};

type Place = { provider: RoutingProvider; score?: number; reason?: Ranked; fallbackOf?: string };

function rankEligible(
  eligible: RoutingProvider[],
  resting: RoutingProvider[],
  message: RoutingMessage,
  policy: Weighing,
): Candidate[] {
  const strategy = rankedBy(message, policy);
  const places =
    strategy === 'requested'
      ? inRequestedOrder(eligible, message.providerIds!)
      : inOrder(eligible, resting, (list) =>
          warmFirst(
            preferredFirst(byStrategy(list, strategy, message.seed, policy), message),
            strategy,
            policy,
          ),
        );
  return places.map(({ provider, score, reason, fallbackOf }, index) => ({
    providerId: provider.id,
    provider: provider.name,
    rank: index + 1,
    reason: index === 0 && !STAYS_FIRST.includes(reason) ? 'chosen' : (reason ?? 'next'),
    strategy,
    ...(score !== undefined && { score }),
    ...(fallbackOf && { fallbackOf }),
  }));
}

/** Worth saying of the first one, too. */
const STAYS_FIRST: (Ranked | undefined)[] = [
  'fallback',
  'preferred',
  'warm_up',
  'warm_up_used',
  'breaks_alignment',
];

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

/** The strategy's order, with those put behind who should not be first now, and fallbacks in front. */
function inOrder(
  eligible: RoutingProvider[],
  resting: RoutingProvider[],
  sort: (providers: RoutingProvider[]) => Place[],
): Place[] {
  const sorted = sort(eligible);
  const places = inTiers(sorted);
  const all = [...eligible, ...resting];
  if (!all.some(({ fallbackId }) => fallbackId)) return places;
  return withFallbacks(places, resting.length > 0 ? sort(all) : sorted);
}

/** Best score first; equals in an order drawn by their weights. */
function byStrategy(
  eligible: RoutingProvider[],
  strategy: Exclude<RankedBy, 'requested'>,
  seed: string,
  policy: Weighing,
): Place[] {
  const known: Strategy = strategy === 'urgent' ? 'priority' : strategy;
  const scores = scoresBy(known, eligible, policy.balanced);
  const places = eligible.map((provider, index) => ({
    provider,
    score: scores[index]!,
    reason: demotion(provider, policy),
  }));
  if (places.length < 2) return places;
  const equals = Map.groupBy(places, ({ score }) => score);
  return [...equals.keys()]
    .sort((a, b) => b - a)
    .flatMap((score) => drawOrder(equals.get(score)!, ({ provider }) => provider, seed));
}

/** Whom a person chose for the domains of all recipients comes before the rest, but not before who should not be first now. */
function preferredFirst(places: Place[], { recipientDomains: domains }: RoutingMessage): Place[] {
  const prefers = ({ provider: { recipientDomains }, reason }: Place) =>
    !reason && domains.length > 0 && domains.every((domain) => recipientDomains?.prefer?.includes(domain));
  const [preferred, others] = [places.filter(prefers), places.filter((place) => !prefers(place))];
  return [...preferred.map((place): Place => ({ ...place, reason: 'preferred' })), ...others];
}

/** What a warm-up allows for today is sent by it before anybody else, unless it should not be first now. */
function warmFirst(places: Place[], strategy: RankedBy, { warmUp }: Weighing): Place[] {
  if (strategy === 'urgent') return places;
  const isWarming = ({ provider, reason }: Place) =>
    (!reason || reason === 'preferred') && warmUp(provider)?.isUsed === false;
  const [warming, others] = [places.filter(isWarming), places.filter((place) => !isWarming(place))];
  return [...warming.map((place): Place => ({ ...place, reason: 'warm_up' })), ...others];
}

/** Those over their soft budget come after those that are not, those that mostly fail after these, those whose mail would fail DMARC after these; a sandbox, of a drill, after all that are real. */
function inTiers(places: Place[]): Place[] {
  const tier = ({ provider, reason }: Place) =>
    (provider.keeps ? DEMOTIONS.length + 1 : 0) + DEMOTIONS.indexOf(reason) + 1;
  return places.toSorted((a, b) => tier(a) - tier(b));
}

const DEMOTIONS: (Ranked | undefined)[] = [
  'over_soft_budget',
  'unhealthy',
  'breaks_alignment',
  // Only of urgent messages, which wait for no plan: others pass it over.
  'warm_up_used',
];

function demotion(provider: RoutingProvider, { breaker, breaks, warmUp }: Weighing): Ranked | undefined {
  if (warmUp(provider)?.isUsed) return 'warm_up_used';
  if (breaks?.(provider)) return 'breaks_alignment';
  if (isBelow(provider.successRate, breaker.unhealthyBelowPercent)) return 'unhealthy';
  return provider.overSoftBudget ? 'over_soft_budget' : undefined;
}

/**
 * Who would come first by the strategy (`wished`) and rests, is full or was put behind has its configured fallback stand in, before all
 * others; the first one's own comes second, whatever its score. None that was itself put behind the others.
 */
function withFallbacks(places: Place[], wished: Place[]): Place[] {
  let list = places;
  for (const { provider } of wished) {
    if (provider.id === list[0]?.provider.id) break;
    const standIn = fallbackFor(provider, list);
    if (!standIn) continue;
    list = inFront(standIn, list);
    break;
  }
  const [first, ...rest] = list;
  const second = first && fallbackFor(first.provider, rest);
  return second ? [first, ...inFront(second, rest)] : list;
}

function fallbackFor({ name, fallbackId }: RoutingProvider, places: Place[]): Place | undefined {
  const place = places.find(({ provider }) => provider.id === fallbackId);
  return place && (!place.reason || place.reason === 'preferred' || place.reason === 'warm_up')
    ? { ...place, reason: 'fallback', fallbackOf: name }
    : undefined;
}

function inFront(place: Place, places: Place[]): Place[] {
  return [place, ...places.filter(({ provider }) => provider !== place.provider)];
}
