import type { MailboxesInNeed } from '@/lib/bounces/mailboxes/in-need';
import { fromMicros } from '@/lib/money';
import type { KeysInNeed } from '@/lib/providers/keys/in-need';
import type { SystemStatus } from '@/lib/status/schema';
import type { TokensInNeed } from '@/lib/tokens/in-need';
import type { WebhookInNeed } from '@/lib/webhooks/in-need';
import { type BudgetInUse, viewBudget } from './limits';
import type { Failover, Undecided } from './read';
import { type Attention, LEVELS, type LimitUse, type ProviderStanding } from './schema';

/** From here on a limit or a budget is worth a word. */
const NEAR = 0.9;
/** What is used of it before a forecast is believed: the first message of a day tells nothing. */
const FORECAST_FROM = 0.5;

const ORDER = Object.keys(LEVELS);

type Facts = {
  status: SystemStatus;
  undecided: Undecided;
  providers: (Omit<ProviderStanding, 'budget'> & { budget: BudgetInUse | null })[];
  failovers: Failover[];
  /** For who may read tokens. */
  tokens?: TokensInNeed;
  keys?: KeysInNeed;
  mailboxes?: MailboxesInNeed;
  /** For who may read webhooks. */
  webhooks?: WebhookInNeed[];
};

/** What a person has to know or to decide, the worst first. What a person has paused is no news. */
export function findAttention({ status, undecided, providers, failovers, ...others }: Facts): Attention[] {
  const active = providers.filter((provider) => provider.active);
  const found = [
    ...ofSystem(status, undecided),
    ...active.flatMap(ofHealth),
    ...active.flatMap(ofLimits),
    ...active.flatMap(ofBudget),
    ...ofWaiting(undecided),
    ...ofTokens(others.tokens),
    ...ofKeys(others.keys),
    ...ofMailboxes(others.mailboxes),
    ...ofWebhooks(others.webhooks),
    ...failovers.flatMap((failover) => ofFailover(failover, providers)),
  ];
  return found.sort((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type));
}

function ofSystem(
  { reasons, oldestWaitingSeconds }: SystemStatus,
  { parked, uncertain }: Undecided,
): Attention[] {
  const found: Attention[] = [];
  if (reasons.includes('no_worker')) found.push({ type: 'no_worker' });
  if (reasons.includes('no_provider')) found.push({ type: 'no_provider' });
  if (reasons.includes('all_paused')) found.push({ type: 'all_paused' });
  if (reasons.includes('paused')) found.push({ type: 'paused' });
  if (reasons.includes('queue_old')) found.push({ type: 'queue_old', seconds: oldestWaitingSeconds ?? 0 });
  if (parked > 0) found.push({ type: 'parked', count: parked });
  if (uncertain > 0) found.push({ type: 'uncertain', count: uncertain });
  return found;
}

/** One thing at a time: a provider whose breaker is open fails its checks too. */
function ofHealth({ id, name, health }: Pick<ProviderStanding, 'id' | 'name' | 'health'>): Attention[] {
  const provider = { id, name };
  const { breaker, openUntil, consecutiveFailures, state, successRate, check, problem } = health;
  if (problem) return [{ type: 'misconfigured', provider, problem }];
  if (breaker !== 'closed')
    return [{ type: 'breaker_open', provider, until: openUntil, failures: consecutiveFailures }];
  if ((state === 'unhealthy' || state === 'degraded') && successRate !== null)
    return [{ type: state, provider, successRate }];
  if (check && !check.ok) return [{ type: 'check_failed', provider, at: check.at }];
  return [];
}

/** Minutes and hours renew by themselves before anybody could do something. */
function ofLimits({ id, name, limits }: Pick<ProviderStanding, 'id' | 'name' | 'limits'>): Attention[] {
  const provider = { id, name };
  const slow = limits.filter(({ unit }) => unit === 'day' || unit === 'month');
  const used = slow.find((use) => use.used >= use.capacity);
  if (used) return [{ type: 'limit_used', provider, use: used }];
  return slow.filter(isNear).map((use): Attention => ({ type: 'limit_near', provider, use }));
}

function isNear({ used, capacity, forecastAt }: LimitUse): boolean {
  return used >= capacity * (forecastAt ? FORECAST_FROM : NEAR);
}

function ofBudget({ id, name, budget }: Facts['providers'][number]): Attention[] {
  if (!budget) return [];
  const { usedMicros, monthlyMicros, usedUp, forecastAt } = budget;
  const provider = { id, name };
  if (usedUp) return [{ type: 'budget_used', provider, use: viewBudget(budget) }];
  const near = usedMicros >= monthlyMicros * (forecastAt ? FORECAST_FROM : NEAR);
  return near ? [{ type: 'budget_near', provider, use: viewBudget(budget) }] : [];
}

function ofTokens({ ending, waiting }: TokensInNeed = { ending: [], waiting: [] }): Attention[] {
  return [
    ...waiting.map(({ id, name, since }): Attention => {
      return { type: 'token_waits', token: { id, name }, since: since.toISOString() };
    }),
    ...ending.map(({ id, name, endsAt }): Attention => {
      return { type: 'token_ends', token: { id, name }, endsAt: endsAt.toISOString() };
    }),
  ];
}

function ofKeys({ old, failed }: KeysInNeed = { old: [], failed: [] }): Attention[] {
  return [
    ...failed.map(({ provider, problem, at }): Attention => {
      return { type: 'key_failed', provider, problem, at: at.toISOString() };
    }),
    ...old.map(
      ({ provider, since }): Attention => ({ type: 'key_old', provider, since: since.toISOString() }),
    ),
  ];
}

function ofMailboxes(mailboxes: MailboxesInNeed = []): Attention[] {
  return mailboxes.map(({ since, ...entry }) => ({
    type: 'mailbox_failing',
    ...entry,
    since: since.toISOString(),
  }));
}

function ofWebhooks(webhooks: WebhookInNeed[] = []): Attention[] {
  return webhooks.map(({ id, name, because, since }) => {
    return { type: 'webhook_stopped', webhook: { id, name }, because, since: since.toISOString() };
  });
}

/** For a breaker no time is told: a probe releases them as soon as it closes. */
function ofWaiting({ forRoom, nextAt, forBreaker }: Undecided): Attention[] {
  const found: Attention[] = [];
  if (forBreaker > 0) found.push({ type: 'waiting_for_provider', count: forBreaker });
  if (forRoom > 0 && nextAt)
    found.push({ type: 'waiting_for_room', count: forRoom, nextAt: nextAt.toISOString() });
  return found;
}

/** Also of providers that are paused by now: somebody may ask why. One that was deleted has no page to look at. */
function ofFailover(
  { fromId, toId, count, extraCostMicros }: Failover,
  providers: Facts['providers'],
): Attention[] {
  const named = (id: string) => {
    const found = providers.find((provider) => provider.id === id);
    return found && { id, name: found.name };
  };
  const [from, to] = [named(fromId), named(toId)];
  return from && to ? [{ type: 'failovers', from, to, count, extraCost: fromMicros(extraCostMicros) }] : [];
}
