import type { MailboxCause } from '@/lib/bounces/mailboxes/causes';
import type { MessageRow } from '@/lib/messages/view-schema';
import type { ProviderHealth, ProviderProblem } from '@/lib/providers/health/health-schema';
import type { KeyProblem } from '@/lib/providers/key-api';
import type { ProviderView } from '@/lib/providers/schema';
import type { LimitUnit } from '@/lib/routing/types';
import type { SystemStatus } from '@/lib/status/schema';

/** Money is in decimal strings; today and this month begin in `timeZone`. */
export type Statistics = {
  at: string;
  timeZone: string;
  currency: string;
  status: SystemStatus;
  /** What came to rest since the day began; `partly`, of what was sent: some recipients were refused; `captured` in a sandbox, where nobody received it. */
  today: { since: string; sent: number; partly: number; captured: number; failed: number; parked: number };
  /** Tries of today, at all providers together. */
  attempts: AttemptFigures;
  /** The last 24 hours, oldest first, the present one last. */
  hours: HourFigures[];
  providers: ProviderStanding[];
  attention: Attention[];
  costs: Costs;
  /** The newest messages; null for who may not read messages. */
  latest: MessageRow[] | null;
};

export type HourFigures = { at: string; sent: number; captured: number; failed: number; parked: number };

export type AttemptFigures = {
  attempts: number;
  /** The provider was at fault. */
  faulty: number;
  slow: number;
  /** Another provider took over. */
  failovers: number;
  averageMs: number | null;
};

export type ProviderStanding = {
  id: string;
  name: string;
  kind: string;
  active: boolean;
  health: ProviderHealth;
  lastTest: ProviderView['lastTest'];
  /** No room for messages that are not urgent, until then. */
  full: { unit: LimitUnit; until: string } | null;
  sentToday: number;
  /** Kept by it as a sandbox: nobody received it. */
  capturedToday: number;
  attempts: AttemptFigures;
  limits: LimitUse[];
  budget: BudgetUse | null;
};

export type LimitUse = {
  unit: 'minute' | 'hour' | 'day' | 'month';
  used: number;
  limit: number;
  /** What messages that are not urgent may use of it. */
  capacity: number;
  endsAt: string;
  /** When the capacity is used up if it goes on like this; null: not before the renewal, or it is already. */
  forecastAt: string | null;
};

export type Costs = {
  today: string;
  /** Messages of this month, and the fees of it. */
  month: string;
  fees: string;
  /** All of this month would have cost so much more through the dearest provider, by the prices of each day and with fees; less than nothing while fees weigh more. Null: nothing to compare. */
  saved: { amount: string; share: number; dearest: string } | null;
  providers: ProviderCost[];
};

export type ProviderCost = {
  /** Null: a provider that was deleted. */
  id: string | null;
  name: string | null;
  sent: number;
  /** Kept by a sandbox, which costs nothing. */
  captured: number;
  today: string;
  month: string;
  fee: string;
  budget: { used: string; monthly: string; hard: boolean } | null;
};

export type Level = 'bad' | 'warn' | 'info';

/** How bad each of them is; within one level, in this order. */
export const LEVELS = {
  no_worker: 'bad',
  all_paused: 'bad',
  no_provider: 'bad',
  misconfigured: 'bad',
  breaker_open: 'bad',
  unhealthy: 'bad',
  paused: 'warn',
  queue_old: 'warn',
  parked: 'warn',
  uncertain: 'warn',
  check_failed: 'warn',
  degraded: 'warn',
  limit_used: 'warn',
  budget_used: 'warn',
  webhook_stopped: 'warn',
  token_waits: 'warn',
  token_ends: 'warn',
  key_failed: 'warn',
  key_old: 'warn',
  mailbox_failing: 'warn',
  limit_near: 'info',
  budget_near: 'info',
  waiting_for_provider: 'info',
  waiting_for_room: 'info',
  failovers: 'info',
} as const satisfies Record<Attention['type'], Level>;

type Named = { id: string; name: string };

/** What a person has to know or to decide, the worst first. */
export type Attention =
  | { type: 'no_provider' }
  | { type: 'no_worker' }
  | { type: 'all_paused' }
  | { type: 'paused' }
  | { type: 'queue_old'; seconds: number }
  | { type: 'parked'; count: number }
  | { type: 'uncertain'; count: number }
  | { type: 'misconfigured'; provider: Named; problem: ProviderProblem }
  | { type: 'breaker_open'; provider: Named; until: string | null; failures: number }
  | { type: 'unhealthy' | 'degraded'; provider: Named; successRate: number }
  | { type: 'check_failed'; provider: Named; at: string }
  | { type: 'limit_used' | 'limit_near'; provider: Named; use: LimitUse }
  | { type: 'budget_used' | 'budget_near'; provider: Named; use: BudgetUse }
  | { type: 'waiting_for_provider'; count: number }
  | { type: 'waiting_for_room'; count: number; nextAt: string }
  | { type: 'webhook_stopped'; webhook: Named; because: 'failing' | 'gone'; since: string }
  | { type: 'token_ends'; token: Named; endsAt: string }
  | { type: 'token_waits'; token: Named; since: string }
  | { type: 'key_failed'; provider: Named; problem: KeyProblem; at: string }
  | { type: 'key_old'; provider: Named; since: string }
  | { type: 'mailbox_failing'; mailbox: Named; cause: MailboxCause; since: string }
  | { type: 'failovers'; from: Named; to: Named; count: number; extraCost: string };

export type BudgetUse = {
  used: string;
  monthly: string;
  hard: boolean;
  /** It pays for no recipient more. */
  usedUp: boolean;
  endsAt: string;
  forecastAt: string | null;
};
