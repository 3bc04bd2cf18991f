import type { Cargo, Carries, Misfit } from './carries';
import type { SenderGuard } from './sender-guard';
import type { WarmUpStanding } from './warm-up';

/** How the next provider is chosen among those that may carry a message (MISSION A5). */
export const STRATEGIES = ['priority', 'cost', 'reliability', 'speed', 'balanced'] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** `second`: its pace; `provider`: it says itself that a limit of its own is used up. */
export type LimitUnit = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'budget' | 'provider';

/** What routing needs to know of a provider. Facts come from the caller: nothing here reads a database or a clock. */
export type RoutingProvider = {
  id: string;
  name: string;
  channel: string;
  /** Null: shared by all companies. */
  companyId: string | null;
  active: boolean;
  /** Its settings or its key cannot be read: nothing can be sent through it until a person mends that. */
  misconfigured: boolean;
  /** It keeps messages for viewing: it carries what names it and what is a test, and all while there is no real provider. */
  keeps: boolean;
  /** Of a sandbox: it carries nothing but what names it and tests, whoever else is there. */
  keepsOnlyTests?: boolean;
  /** 0–100, higher first. */
  priority: number;
  /** 0–1000: its share where several are equally good; 0: never by chance while another has more. */
  weight: number;
  /** Share of that weight left to it by self-healing, 0–100. */
  weightPercent: number;
  costMicros: number;
  categories: string[];
  /** In whose name it may send, in the form of its channel: of email domains, as in DNS; null: any. */
  senders: string[] | null;
  /** By what the channel's recipients go by: of email domains, as in DNS; null: it carries to all of them alike. */
  recipientDomains: { prefer?: string[]; only?: string[]; never?: string[] } | null;
  /** What it takes at all. */
  carries: Carries;
  fallbackId: string | null;
  /** Has a sender address of its own, for messages that name none. */
  hasSender: boolean;
  /** The domain of that address, as in DNS. */
  senderDomain?: string | null;
  /** `half_open` means: this message may be the probe. `probing`: another one is. */
  breaker: 'closed' | 'open' | 'half_open' | 'probing';
  /** When an open breaker lets a probe pass. */
  openUntil: Date | null;
  consecutiveFailures: number;
  /** 0–1; null: too few attempts to tell. */
  successRate: number | null;
  averageMs: number | null;
  /** No room for this message until then; the caller has taken the buffer and the message's priority into account. */
  full: { unit: LimitUnit; until: Date } | null;
  overSoftBudget: boolean;
};

export type RoutingMessage = {
  channel: string;
  category: string;
  companyId: string | null;
  /** 0 urgent, 1 high, 2 normal, 3 low. */
  priority: number;
  /** What a provider's rule may name its own sender by: the address, its domain as in DNS; none: the provider's default sender is used. */
  senderNames: string[];
  hasSender: boolean;
  /** Domains of those who still wait, as in DNS. */
  recipientDomains: string[];
  cargo: Cargo;
  /** `test`: for sandboxes only. `drill`: rehearses an outage, so whoever is there may take it, sandboxes last. */
  kind?: 'test' | 'drill';
  /** Only these, in this order. */
  providerIds: string[] | null;
  /** After an interrupted or unknown attempt: this provider and no other may try again. */
  pinnedProviderId: string | null;
  /** The message's id: ranking it again gives the same order. */
  seed: string;
};

/** The part of the delivery settings that decides. */
export type RoutingPolicy = {
  /** By category. */
  strategies: Record<string, Strategy>;
  /** Weights of the balanced strategy; only their proportion counts. */
  balanced: { cost: number; reliability: number; speed: number };
  breaker: { unhealthyBelowPercent: number };
  /** Absent: nobody is kept from anything. */
  guard?: SenderGuard;
  /** Providers whose day is limited, and which have it first. */
  warmUps?: WarmUpStanding[];
};

export type PassedOver =
  | 'paused'
  | 'misconfigured'
  | 'wrong_channel'
  | 'wrong_category'
  | 'wrong_company'
  | 'wrong_sender_domain'
  | 'recipient_domain'
  | 'cannot_carry'
  | 'not_requested'
  /** The message is a template that another provider keeps. */
  | 'template_of_another'
  /** It keeps messages, and there is a provider that sends them. */
  | 'sandbox'
  /** It sends messages, and this one is a test. */
  | 'only_test'
  | 'no_sender'
  | 'pinned_after_interruption'
  /** Mail of the sender's domain would fail DMARC by it, and the settings refuse that. */
  | 'breaks_alignment'
  | 'breaker_open'
  | 'limit_second'
  | 'limit_minute'
  | 'limit_hour'
  | 'limit_day'
  | 'limit_month'
  | 'limit_provider'
  | 'budget_used'
  /** What its warm-up allows for today is used up. */
  | 'warm_up_used';

/** Why it stands where it stands: `preferred` for the recipients' domain came first; `unhealthy`, `over_soft_budget` and `breaks_alignment` were put behind those that are not. */
export type Ranked =
  | 'chosen'
  | 'next'
  | 'preferred'
  /** It is being warmed up, and something is left of today. */
  | 'warm_up'
  | 'fallback'
  /** Nothing is left of today's warm-up, and an urgent message waits for no plan: behind all others. */
  | 'warm_up_used'
  | 'unhealthy'
  | 'over_soft_budget'
  | 'breaks_alignment';

/** What put the candidates in order. */
export type RankedBy = Strategy | 'urgent' | 'requested';

export type Candidate = {
  providerId: string;
  provider: string;
  /** 1 is tried first; null: passed over. */
  rank: number | null;
  reason: Ranked | PassedOver;
  strategy?: RankedBy;
  /** How well it does by that strategy, 0 to 1. */
  score?: number;
  /** The name of the one that has it as its fallback, where that put it here. */
  fallbackOf?: string;
  /** Passed over until then. */
  until?: string;
  /** Passed over after so many failures in a row. */
  failures?: number;
  /** What of the message it does not take. */
  misfit?: Misfit;
};
