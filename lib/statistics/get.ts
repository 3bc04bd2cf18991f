import type { ProviderRow } from '@/drizzle/schema/providers';
import { mailboxesInNeed } from '@/lib/bounces/mailboxes/in-need';
import { settingsFor } from '@/lib/companies/settings-for';
import type { Context } from '@/lib/context';
import { listMessages } from '@/lib/messages/list';
import { may } from '@/lib/permissions';
import type { ProviderHealth } from '@/lib/providers/health/health-schema';
import { healthByProvider } from '@/lib/providers/health/health-view';
import { keysInNeed } from '@/lib/providers/keys/in-need';
import { windowAt } from '@/lib/routing/windows';
import { currentSettings } from '@/lib/settings/current';
import { getStatus } from '@/lib/status/get';
import { tokensInNeed } from '@/lib/tokens/in-need';
import { webhooksInNeed } from '@/lib/webhooks/in-need';
import { findAttention } from './attention';
import { sumCosts } from './costs';
import { type BudgetInUse, budgetInUse, fullUntil, limitsInUse, viewBudget } from './limits';
import {
  type LastTest,
  type ProviderSums,
  readFailovers,
  readHours,
  readLastTests,
  readProviders,
  readSums,
  readUndecided,
  readWindows,
  type WindowUse,
} from './read';
import type { AttemptFigures, ProviderStanding, Statistics } from './schema';
import { thisMonth } from './this-month';

const LATEST = 5;

/**
 * The first screen: is mail flowing, what needs me, what does it cost? Asked every few seconds by every panel that is open, so it reads
 * figures and short lists, and of messages only those that are not at rest.
 */
export async function getStatistics(ctx: Context): Promise<Statistics> {
  const { general, delivery } = await currentSettings();
  const { timeZone } = await settingsFor(ctx.companyId);
  const now = new Date();
  const since = {
    now,
    today: windowAt('day', now, timeZone).startsAt,
    month: windowAt('month', now, timeZone).startsAt,
  };
  const [status, providers, health, tests, sums, hours, failovers, windows, undecided, latest, ...others] =
    await Promise.all([
      getStatus(ctx),
      readProviders(ctx),
      healthByProvider(),
      readLastTests(),
      readSums(ctx, since),
      readHours(ctx, now),
      readFailovers(ctx),
      readWindows(),
      readUndecided(ctx),
      mayRead(ctx, 'messages') ? listMessages(ctx, { limit: LATEST }) : null,
      mayRead(ctx, 'tokens') ? tokensInNeed(ctx, now) : undefined,
      keysInNeed(ctx, now),
      mailboxesInNeed(ctx, now),
      maySeeWebhooks(ctx) ? webhooksInNeed(ctx) : undefined,
    ]);
  const [tokens, keys, mailboxes, webhooks] = others;
  const { bufferPercent } = delivery.limits;
  const facts = { sums, tests, windows, bufferPercent, now, month: since.month };
  // One that was made between the two reads is shown by the next answer.
  const entries = providers
    .map(withoutSharedBills(ctx))
    .flatMap((provider) => toEntry(provider, health.get(provider.id), facts));
  const standings = entries.map(({ standing, budget }) => ({ ...standing, budget }));
  const known = new Set(providers.map(({ id }) => id));
  return {
    at: now.toISOString(),
    timeZone,
    currency: general.currency,
    status,
    today: {
      since: since.today.toISOString(),
      sent: sum(sums, 'sent'),
      partly: sum(sums, 'partly'),
      captured: sum(sums, 'captured'),
      failed: sum(sums, 'failed'),
      parked: sum(sums, 'parked'),
    },
    attempts: viewAttempts(sums),
    hours,
    providers: entries.map(({ standing }) => standing),
    attention: findAttention({
      status,
      undecided,
      providers: standings,
      failovers,
      tokens,
      keys,
      mailboxes,
      webhooks,
    }),
    costs: sumCosts(entries, {
      others: sums.filter(({ id }) => !known.has(id)),
      month: await thisMonth(ctx, { now, month: since.month, timeZone }, sums),
      companyId: ctx.companyId,
    }),
    latest: latest?.data ?? null,
  };
}

/** The route asks for the scope of figures. */
function mayRead({ actor }: Context, noun: 'messages' | 'tokens'): boolean {
  return actor.type !== 'token' || actor.scopes.includes(`${noun}:read`);
}

/** Of people not everybody may see them. */
function maySeeWebhooks({ actor }: Context): boolean {
  if (actor.type === 'token') return actor.scopes.includes('webhooks:read');
  return actor.type !== 'user' || may(actor.role, 'webhooks.read');
}

/** What all companies pay together is no cost of one of them, and its figures are not all that was spent. */
function withoutSharedBills({ companyId }: Context) {
  return (provider: ProviderRow): ProviderRow =>
    companyId === null || provider.companyId === companyId
      ? provider
      : { ...provider, monthlyFeeMicros: 0, budget: null };
}

type Facts = {
  sums: ProviderSums[];
  tests: LastTest[];
  windows: WindowUse[];
  bufferPercent: number;
  now: Date;
  /** When the month of the figures began. */
  month: Date;
};
type Entry = {
  provider: ProviderRow;
  sums: ProviderSums | undefined;
  standing: ProviderStanding;
  budget: BudgetInUse | null;
};

function toEntry(provider: ProviderRow, health: ProviderHealth | undefined, facts: Facts): Entry[] {
  if (!health) return [];
  const { id, name, kind, active } = provider;
  const own = facts.sums.find((entry) => entry.id === id);
  const windows = facts.windows.filter(({ providerId }) => providerId === id);
  const test = facts.tests.find(({ providerId }) => providerId === id);
  const limits = limitsInUse(provider, { ...facts, windows });
  const budget = budgetInUse(provider, own?.monthCostMicros ?? 0, { ...facts, windows });
  const standing = {
    id,
    name,
    kind,
    active,
    health,
    lastTest: test ? { ok: test.ok, cause: test.cause, at: test.at.toISOString() } : null,
    full: fullUntil(provider, { ...facts, windows }),
    sentToday: own?.attemptsSent ?? 0,
    capturedToday: own?.attemptsCaptured ?? 0,
    attempts: viewAttempts(own ? [own] : []),
    limits,
    budget: budget && viewBudget(budget),
  };
  return [{ provider, sums: own, standing, budget }];
}

function viewAttempts(sums: ProviderSums[]): AttemptFigures {
  const attempts = sum(sums, 'attempts');
  return {
    attempts,
    faulty: sum(sums, 'faulty'),
    slow: sum(sums, 'slow'),
    failovers: sum(sums, 'failovers'),
    averageMs: attempts > 0 ? Math.round(sum(sums, 'durationMs') / attempts) : null,
  };
}

function sum(sums: ProviderSums[], field: Exclude<keyof ProviderSums, 'id'>): number {
  return sums.reduce((total, entry) => total + entry[field], 0);
}
