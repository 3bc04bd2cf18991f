import type { ProviderRow, RecipientDomains } from '@/drizzle/schema/providers';
import { CachedFor } from '@/lib/async/cached-for';
import { hasRoomInHand } from '@/lib/capacity/leases';
import { fullAt, lastToEnd, limitsOf, type Usage, usedIn } from '@/lib/capacity/limits';
import { countLines, forgetLines, type LineCount } from '@/lib/capacity/lines';
import { findChannel } from '@/lib/channels/registry';
import { sql } from '@/lib/database/db';
import { breakerState } from '@/lib/routing/circuit-breaker';
import { successRateOf } from '@/lib/routing/health';
import { connectionsAt, type LearnedPace, rateAt } from '@/lib/routing/pace';
import type { Pace, ProviderState } from '@/lib/routing/state';
import type { LimitUnit } from '@/lib/routing/types';
import { currentSettings } from '@/lib/settings/current';
import { cachedProviders } from './cache';
import { recentFigures } from './health/recent-figures';
import { keepsMessages } from './keeps';
import type { LoadedProvider } from './load';

type Stored = {
  id: string;
  now: Date;
  consecutiveFailures: number;
  openUntil: Date | null;
  probeUntil: Date | null;
  weightPercent: number;
  attempts: number;
  faulty: number;
  durationMs: number;
  windows: { unit: string; startsAt: string; used: number; fullUntil: string | null }[];
  pace: (Omit<LearnedPace, 'changedAt'> & { changedAt: string | null; pausedUntil: string | null }) | null;
};

const MAX_AGE_MS = 1_000;
const cache = new CachedFor(MAX_AGE_MS, readFacts);

/** `endsAt`: an open breaker's time is over by then, by this process's clock. */
type Facts = { states: ProviderState[]; endsAt: number };

/** The state of all providers, known for a second per process; read at once when a provider was changed, or an open breaker's time is over. */
export async function routingFacts(): Promise<ProviderState[]> {
  const providers = await cachedProviders();
  const known = await cache.get(providers);
  if (performance.now() < known.endsAt) return known.states;
  // The message that is woken to be the probe must not be judged by what was true a moment before.
  if ((await cache.get(providers)) === known) cache.forget();
  return (await cache.get(providers)).states;
}

const HOT_MS = 100;

/** A provider has just failed: its breaker may have opened, so what is known is soon read again. */
export function doubtFacts(): void {
  cache.forget(HOT_MS);
}

/** What is known is not true any more: a provider was asked too fast, or a test changed it behind its back. */
export function forgetFacts(): void {
  cache.forget();
  forgetLines();
}

async function readFacts(loaded: LoadedProvider[]): Promise<Facts> {
  const readAt = performance.now();
  const { delivery } = await currentSettings();
  const [rows, lines] = await Promise.all([readStored(delivery.breaker.windowMinutes), countLines()]);
  const stored = new Map(rows.map((entry) => [entry.id, entry]));
  const states = loaded.flatMap((provider) => {
    const state = stored.get(provider.row.id);
    return state ? [toFacts(provider, state, delivery, lines.get(provider.row.id) ?? NOBODY)] : [];
  });
  return { states, endsAt: readAt + Math.min(...rows.map(msUntilOver)) };
}

function msUntilOver({ openUntil, now }: Stored): number {
  return openUntil && openUntil > now ? openUntil.getTime() - now.getTime() : Number.POSITIVE_INFINITY;
}

function readStored(windowMinutes: number): Promise<Stored[]> {
  return sql()<Stored[]>`
    select h.provider_id as id, now() as now, h.consecutive_failures as "consecutiveFailures", h.open_until as "openUntil",
      h.probe_until as "probeUntil", h.weight_percent as "weightPercent", recent.attempts, recent.faulty,
      recent.duration_ms as "durationMs",
      (select coalesce(json_agg(json_build_object('unit', unit, 'startsAt', starts_at, 'used', used, 'fullUntil', full_until)), '[]')
        from usage_windows w where w.owner_id = h.provider_id) as windows,
      (select json_build_object('rate', rate, 'ceiling', ceiling, 'connections', connections, 'changedAt', changed_at,
          'pausedUntil', paused_until, 'refusals', refusals)
        from provider_pace p where p.provider_id = h.provider_id) as pace
    from provider_health h, ${recentFigures(windowMinutes)}`;
}

type Policy = Awaited<ReturnType<typeof currentSettings>>['delivery'];

const asItIs = (text: string) => text;
const NOBODY: LineCount = { paced: 0, forRoom: 0 };

function toFacts(provider: LoadedProvider, state: Stored, delivery: Policy, line: LineCount): ProviderState {
  const { row, problem, adapter } = provider;
  const { breaker, limits } = delivery;
  const { ruleOf = asItIs } = findChannel(row.channel)?.address ?? {};
  const usage = state.windows.map(({ unit, startsAt, used }) => ({
    unit,
    used,
    startsAt: new Date(startsAt),
  }));
  const told = state.windows.find(({ unit }) => unit === 'provider')?.fullUntil;
  const pace = paceOf(provider, state, line);
  const room = (urgent: boolean) =>
    roomOf(
      row,
      usage,
      told ? new Date(told) : null,
      { urgent, bufferPercent: limits.bufferPercent },
      state.now,
    );
  return {
    id: row.id,
    name: row.name,
    channel: row.channel,
    companyId: row.companyId,
    active: row.active,
    misconfigured: problem !== undefined,
    keeps: keepsMessages(provider.row),
    keepsOnlyTests: row.settings.onlyTests === true,
    priority: row.priority,
    weight: row.weight,
    weightPercent: state.weightPercent,
    costMicros: row.costMicros,
    categories: row.categories,
    senders: row.senderDomains?.map(ruleOf) ?? null,
    recipientDomains: row.recipientDomains && spell(row.recipientDomains, ruleOf),
    carries: adapter.carries,
    fallbackId: row.fallbackId,
    hasSender: row.fromEmail !== null,
    senderDomain:
      row.fromEmail === null ? null : (findChannel(row.channel)?.address?.groupOf?.(row.fromEmail) ?? null),
    breaker: breakerState(state, state.now),
    openUntil: state.openUntil,
    consecutiveFailures: state.consecutiveFailures,
    successRate: successRateOf(state.attempts - state.faulty, state.faulty, breaker.minSample),
    averageMs: state.attempts > 0 ? state.durationMs / state.attempts : null,
    fullFor: { urgent: room(true), others: room(false) },
    overSoftBudget: isOverSoftBudget(row, usage, state.now),
    line: line.forRoom > 0 ? lastToEnd(row, limits.bufferPercent, state.now) : null,
    slow: slowFor(pace, line, failOverAfterMs(row, delivery), state.now),
    pace,
  };
}

function spell(
  { prefer, only, never }: RecipientDomains,
  ruleOf: (text: string) => string,
): RecipientDomains {
  return { prefer: prefer?.map(ruleOf), only: only?.map(ruleOf), never: never?.map(ruleOf) };
}

function paceOf({ row, adapter, config }: LoadedProvider, { pace, now }: Stored, line: LineCount): Pace {
  const learned = pace && { ...pace, changedAt: pace.changedAt === null ? null : new Date(pace.changedAt) };
  const configured = row.limits.second ?? adapter.rate?.perSecond ?? null;
  const connections = connectionsOf({ row, adapter, config });
  const pausedUntil = pace?.pausedUntil ? new Date(pace.pausedUntil) : null;
  return {
    perSecond: learned ? rateAt(learned, configured, now) : configured,
    pausedUntil: pausedUntil && pausedUntil > now ? pausedUntil : null,
    connections: learned ? connectionsAt(learned, connections, now) : connections,
    refusals: pace?.refusals ?? 0,
    waiting: line.paced + line.forRoom,
  };
}

/** How long a message would wait for the pace alone; null where that is not too long. */
function slowFor({ perSecond, pausedUntil }: Pace, line: LineCount, longMs: number, now: Date) {
  const pausedMs = pausedUntil ? pausedUntil.getTime() - now.getTime() : 0;
  const lineMs = perSecond === null ? 0 : (line.paced / perSecond) * 1000;
  const beyond = (ms: number) =>
    ms > longMs ? { unit: 'second' as const, until: new Date(now.getTime() + ms) } : null;
  return { anew: beyond(pausedMs + lineMs), inLine: beyond(pausedMs) };
}

type Room = { urgent: boolean; bufferPercent: number };

/** What this process has in hand was counted as used when it was leased. */
function roomOf(row: ProviderRow, usage: Usage[], toldUntil: Date | null, policy: Room, now: Date) {
  if (toldUntil && toldUntil > now) return { unit: 'provider' as LimitUnit, until: toldUntil };
  if (hasRoomInHand(row.id)) return null;
  return fullAt(limitsOf(row, policy, now), usage);
}

function isOverSoftBudget(row: ProviderRow, usage: Usage[], now: Date): boolean {
  if (!row.budget || row.budget.hard || row.costMicros === 0) return false;
  const [budget] = limitsOf(row, { urgent: true, bufferPercent: 100 }, now).filter(
    ({ unit }) => unit === 'budget',
  );
  const left = Math.max(0, row.budget.monthlyMicros - row.monthlyFeeMicros);
  return usedIn(usage, 'budget', budget!.startsAt) >= left;
}

/** Connections at once over all workers: the provider's own setting, else what its kind or preset says. */
export function connectionsOf({
  row,
  adapter,
  config,
}: Pick<LoadedProvider, 'row' | 'adapter' | 'config'>): number {
  return row.overrides.pace?.connections ?? adapter.concurrency(config);
}

function failOverAfterMs({ overrides }: ProviderRow, { pace }: Policy): number {
  return (overrides.pace?.failOverAfterSeconds ?? pace.failOverAfterSeconds) * 1000;
}
