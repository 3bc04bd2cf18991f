import { DEFAULT_CHANNEL } from '@/lib/channels/default-channel';
import { PRIORITIES, type Priority } from '@/lib/queue/priority';
import { rankProviders } from '@/lib/routing/rank';
import { meet, type ProviderState, type RoutingState } from '@/lib/routing/state';
import type { Candidate, LimitUnit, RoutingMessage, RoutingProvider, Strategy } from '@/lib/routing/types';
import { type WindowUnit, windowAt } from '@/lib/routing/windows';
import { asciiDomainOf } from '@/lib/text/ascii-domain';

/** A message that does not exist. */
export type LabMessage = {
  channel: string;
  priority: Priority;
  category: string;
  /** Blank: the provider's default sender. */
  from: string;
  /** Ids, in order; none: any provider. */
  providers: string[];
  /** The provider whose outcome is unknown, if any. */
  pinned: string | null;
  /** Instead of the one in the settings. */
  strategy: Strategy | null;
};

/** What is supposed of a provider instead of what is so. */
export type Supposed = Partial<
  Pick<
    ProviderState,
    | 'active'
    | 'breaker'
    | 'successRate'
    | 'averageMs'
    | 'costMicros'
    | 'priority'
    | 'weight'
    | 'weightPercent'
    | 'overSoftBudget'
  > & { full: LimitUnit | null }
>;

export type Scenario = { state: RoutingState; message: LabMessage; supposed: Record<string, Supposed> };

export const NEW_MESSAGE: LabMessage = {
  channel: DEFAULT_CHANNEL,
  priority: 'normal',
  category: 'transactional',
  from: '',
  providers: [],
  pinned: null,
  strategy: null,
};

const SUPPOSED_FAILURES = 5;
const SUPPOSED_OPEN_MS = 5 * 60_000;

/** What the router would decide; another `seed` is another message like this. */
export function decide({ state, message, supposed }: Scenario, seed: string): Candidate[] {
  const urgent = message.priority === 'urgent';
  const providers = state.providers.map((each) => suppose(each, supposed[each.id] ?? {}, urgent, state.at));
  const { category, strategy } = message;
  const strategies = { ...state.policy.strategies, ...(strategy && { [category]: strategy }) };
  return rankProviders(providers, toRoutingMessage(message, seed), { ...state.policy, strategies });
}

export type Share = { providerId: string; provider: string; share: number };

/** How many of so many such messages would go to each provider first; those that none may take are missing. */
export function shareOf(scenario: Scenario, count: number): Share[] {
  const shares = new Map<string, Share>();
  for (let index = 0; index < count; index++) {
    const [first] = decide(scenario, `message ${index}`);
    if (first?.rank !== 1) continue;
    const { providerId, provider } = first;
    const share = shares.get(providerId)?.share ?? 0;
    shares.set(providerId, { providerId, provider, share: share + 1 / count });
  }
  return [...shares.values()].sort((a, b) => b.share - a.share);
}

/** Which of the supposed differ from what is so. */
export function changedFields(state: ProviderState, supposed: Supposed): string[] {
  return Object.entries(supposed).flatMap(([key, value]) =>
    value === (key === 'full' ? fullNow(state) : state[key as keyof ProviderState]) ? [] : [key],
  );
}

/** The limit that is reached at the moment, for messages that are not urgent. */
export function fullNow(state: ProviderState): LimitUnit | null {
  return state.fullFor.others?.unit ?? null;
}

function suppose(state: ProviderState, { full, ...supposed }: Supposed, urgent: boolean, at: Date) {
  const met = { ...meet(state, { urgent, inLine: false }), ...supposed };
  return {
    ...met,
    ...breakerFacts(met, at),
    ...(full !== undefined && { full: full && fullUntil(full, at) }),
  };
}

/** A breaker that is open only in this scenario opened just now. */
function breakerFacts({ breaker, openUntil, consecutiveFailures }: RoutingProvider, at: Date) {
  if (breaker === 'closed' || openUntil) return { openUntil, consecutiveFailures };
  return {
    openUntil: new Date(at.getTime() + SUPPOSED_OPEN_MS),
    consecutiveFailures: Math.max(consecutiveFailures, SUPPOSED_FAILURES),
  };
}

const WINDOWS: Record<LimitUnit, WindowUnit> = {
  second: 'minute',
  minute: 'minute',
  hour: 'hour',
  day: 'day',
  month: 'month',
  budget: 'month',
  provider: 'day',
};

function fullUntil(unit: LimitUnit, at: Date) {
  const window = WINDOWS[unit];
  return { unit, until: windowAt(window, at, null).endsAt };
}

function toRoutingMessage(message: LabMessage, seed: string): RoutingMessage {
  const from = message.from.trim();
  return {
    channel: message.channel,
    category: message.category,
    companyId: null,
    priority: PRIORITIES.indexOf(message.priority),
    senderNames: from === '' ? [] : [from, asciiDomainOf(from)],
    hasSender: from !== '',
    recipientDomains: [],
    cargo: { sizeBytes: 0, recipients: 1 },
    providerIds: message.providers.length > 0 ? message.providers : null,
    pinnedProviderId: message.pinned,
    seed,
  };
}
