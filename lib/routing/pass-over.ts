import { whyNotCarried } from './carries';
import { maySend } from './may-send';
import type { Candidate, PassedOver, RoutingMessage, RoutingProvider } from './types';

type Verdict = Pick<Candidate, 'until' | 'failures' | 'misfit'> & { reason: PassedOver };

const UNTIL_SOME_TIME: PassedOver[] = [
  'breaker_open',
  'limit_second',
  'limit_minute',
  'limit_hour',
  'limit_day',
  'limit_month',
  'limit_provider',
  'budget_used',
  'warm_up_used',
];

/** It fits the message, and will do again by itself. */
export function isForTheMoment({ reason }: Verdict): boolean {
  return UNTIL_SOME_TIME.includes(reason);
}

const FOR_GOOD: string[] = [
  'cannot_carry',
  'recipient_domain',
  'not_requested',
  'template_of_another',
  'sandbox',
  'only_test',
  'no_sender',
  'wrong_channel',
  'wrong_category',
  'wrong_company',
  'wrong_sender_domain',
] satisfies PassedOver[];

/** What the message is keeps every provider from taking it, one of them for what it carries: waiting would change nothing. */
export function nobodyCarries(candidates: { rank: number | null; reason: string }[]): boolean {
  return (
    candidates.some(({ reason }) => reason === 'cannot_carry') &&
    candidates.every(({ rank, reason }) => rank === null && FOR_GOOD.includes(reason))
  );
}

/**
 * Whether there is a provider that would really send such messages: of its channel, its company's or shared. One that is paused or broken is
 * there: a message waits for it rather than being kept in a sandbox where nobody looks for it.
 */
export function hasRealProvider(
  providers: Pick<RoutingProvider, 'keeps' | 'channel' | 'companyId'>[],
  message: Pick<RoutingMessage, 'channel' | 'companyId'>,
): boolean {
  return providers.some(
    ({ keeps, channel, companyId }) =>
      !keeps && channel === message.channel && (companyId === null || companyId === message.companyId),
  );
}

/**
 * Why this provider is no candidate, or null. What will never fit comes before what passes by itself. `isReal`: there is a provider that
 * would really send it.
 */
export function passedOver(
  provider: RoutingProvider,
  message: RoutingMessage,
  isReal: boolean,
): Verdict | null {
  const reason = unfit(provider, message, isReal);
  if (reason) return { reason };
  const misfit = whyNotCarried(provider.carries, message.cargo);
  if (misfit) return { reason: 'cannot_carry', misfit };
  if (!provider.active) return { reason: 'paused' };
  if (provider.misconfigured) return { reason: 'misconfigured' };
  if (provider.breaker === 'open' || provider.breaker === 'probing') return breakerOpen(provider);
  if (provider.full) return noRoom(provider.full);
  return null;
}

function unfit(provider: RoutingProvider, message: RoutingMessage, isReal: boolean): PassedOver | null {
  if (message.pinnedProviderId && provider.id !== message.pinnedProviderId)
    return 'pinned_after_interruption';
  if (provider.channel !== message.channel) return 'wrong_channel';
  if (isTemplateOfAnother(provider, message)) return 'template_of_another';
  if (message.providerIds && !message.providerIds.includes(provider.id)) return 'not_requested';
  if (provider.companyId !== null && provider.companyId !== message.companyId) return 'wrong_company';
  if (provider.keeps && (isReal || provider.keepsOnlyTests) && !mayKeep(provider, message)) return 'sandbox';
  if (!provider.keeps && message.kind === 'test') return 'only_test';
  if (!provider.categories.includes(message.category)) return 'wrong_category';
  if (!message.hasSender && !provider.hasSender) return 'no_sender';
  if (!maySend(provider, message)) return 'wrong_sender_domain';
  return mayCarryTo(provider.recipientDomains, message.recipientDomains) ? null : 'recipient_domain';
}

/** Of a test, sandboxes keep what it would have been. */
function isTemplateOfAnother({ id }: RoutingProvider, { cargo, kind }: RoutingMessage): boolean {
  return cargo.templateOf !== undefined && cargo.templateOf !== id && kind !== 'test';
}

/** What names it, is a test, or may be in it already. */
function mayKeep({ id }: RoutingProvider, { kind, providerIds, pinnedProviderId }: RoutingMessage): boolean {
  return kind !== undefined || providerIds?.includes(id) === true || pinnedProviderId === id;
}

function mayCarryTo(rule: RoutingProvider['recipientDomains'], domains: string[]): boolean {
  const { only = [], never = [] } = rule ?? {};
  if (domains.some((domain) => never.includes(domain))) return false;
  return only.length === 0 || domains.every((domain) => only.includes(domain));
}

function breakerOpen({ openUntil, consecutiveFailures }: RoutingProvider): Verdict {
  return { reason: 'breaker_open', failures: consecutiveFailures, until: openUntil?.toISOString() };
}

function noRoom({ unit, until }: NonNullable<RoutingProvider['full']>): Verdict {
  return { reason: unit === 'budget' ? 'budget_used' : `limit_${unit}`, until: until.toISOString() };
}

const FIRST_FOR_A_REASON = ['fallback', 'preferred', 'warm_up', 'breaks_alignment'];

type Listed = Pick<Candidate, 'providerId' | 'rank' | 'until'> & { reason: string };
type Refusal = { reason: PassedOver; until?: Date; failures?: number };

/** The same list after one of the candidates turned out not to be one: those behind it move up, and it says why. */
export function passOver<C extends Listed>(
  candidates: C[],
  providerId: string,
  { reason, until, failures }: Refusal,
): C[] {
  const gone = candidates.find((candidate) => candidate.providerId === providerId);
  if (!gone || gone.rank === null) return candidates;
  const left = gone.rank;
  const moved = candidates.flatMap((candidate) => {
    if (candidate === gone) return [];
    if (candidate.rank === null || candidate.rank < left) return [candidate];
    const rank = candidate.rank - 1;
    return [
      {
        ...candidate,
        rank,
        reason: rank === 1 && !FIRST_FOR_A_REASON.includes(candidate.reason) ? 'chosen' : candidate.reason,
      },
    ];
  });
  const {
    strategy: _strategy,
    score: _score,
    fallbackOf: _fallbackOf,
    ...rest
  } = gone as C & Partial<Candidate>;
  const why = {
    reason,
    ...(until && { until: until.toISOString() }),
    ...(failures !== undefined && { failures }),
  };
  return [...moved, { ...rest, rank: null, ...why } as unknown as C];
}

/** The same list with one of the candidates tried first, where it may be tried at all. */
export function bringToFront<C extends Listed>(candidates: C[], providerId: string): C[] {
  const chosen = candidates.find((candidate) => candidate.providerId === providerId);
  if (!chosen || chosen.rank === null || chosen.rank === 1) return candidates;
  const limit = chosen.rank;
  const others = candidates
    .filter((candidate) => candidate !== chosen)
    .map((candidate) => {
      if (candidate.rank === null || candidate.rank > limit) return candidate;
      return {
        ...candidate,
        rank: candidate.rank + 1,
        reason: candidate.reason === 'chosen' ? 'next' : candidate.reason,
      };
    });
  return [{ ...chosen, rank: 1, reason: chosen.reason === 'next' ? 'chosen' : chosen.reason }, ...others];
}
