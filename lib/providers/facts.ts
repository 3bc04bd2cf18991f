import { asciiDomain } from '@/lib/ascii-domain';
import { sql } from '@/lib/db';
import { breakerState } from '@/lib/routing/circuit-breaker';
import { successRateOf } from '@/lib/routing/health';
import type { ProviderState } from '@/lib/routing/state';
import type { LimitUnit } from '@/lib/routing/types';
import { currentSettings } from '@/lib/settings/current';
import { cachedProviders } from './cache';
import { hasRoomInHand } from './leases';
import { fullAt, limitsOf, type Usage, usedIn } from './limits';
import type { LoadedProvider } from './load';
import { recentFigures } from './recent';
import type { ProviderRow } from './view';

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
  windows: { unit: string; startsAt: string; used: number; bookedFor: string | null }[];
};

const MAX_AGE_MS = 1_000;
let cached: { of: LoadedProvider[]; facts: Promise<ProviderState[]>; readAt: number } | undefined;

/** The state of all providers, read at most once a second per process; at once when the providers themselves were changed here. */
export async function routingFacts(): Promise<ProviderState[]> {
  const providers = await cachedProviders();
  if (cached?.of === providers && Date.now() - cached.readAt < MAX_AGE_MS) return cached.facts;
  const entry = { of: providers, facts: readFacts(providers), readAt: Date.now() };
  cached = entry;
  entry.facts.catch(() => {
    if (cached === entry) cached = undefined;
  });
  return entry.facts;
}

const HOT_MS = 100;

/** A provider has just failed: its breaker may have opened, so what is known is soon read again. */
export function doubtFacts(): void {
  if (cached && Date.now() - cached.readAt > HOT_MS) cached = undefined;
}

/** For tests that change the state of a provider behind its back. */
export function forgetFacts(): void {
  cached = undefined;
}

async function readFacts(loaded: LoadedProvider[]): Promise<ProviderState[]> {
  const { delivery } = await currentSettings();
  const stored = new Map(
    (await readStored(delivery.breaker.windowMinutes)).map((entry) => [entry.id, entry]),
  );
  return loaded.flatMap((provider) => {
    const state = stored.get(provider.row.id);
    return state ? [toFacts(provider, state, delivery)] : [];
  });
}

function readStored(windowMinutes: number): Promise<Stored[]> {
  return sql()<Stored[]>`
    select h.provider_id as id, now() as now, h.consecutive_failures as "consecutiveFailures", h.open_until as "openUntil",
      h.probe_until as "probeUntil", h.weight_percent as "weightPercent", recent.attempts, recent.faulty,
      recent.duration_ms as "durationMs",
      (select coalesce(json_agg(json_build_object('unit', unit, 'startsAt', starts_at, 'used', used, 'bookedFor', booked_for)), '[]')
        from provider_windows w where w.provider_id = h.provider_id) as windows
    from provider_health h, ${recentFigures(windowMinutes)}`;
}

type Policy = Awaited<ReturnType<typeof currentSettings>>['delivery'];

function toFacts(
  { row, problem }: LoadedProvider,
  state: Stored,
  { breaker, limits }: Policy,
): ProviderState {
  const usage = state.windows.map(({ unit, startsAt, used }) => ({
    unit,
    used,
    startsAt: new Date(startsAt),
  }));
  const line = state.windows
    .filter(({ unit, bookedFor }) => unit !== 'provider' && bookedFor)
    .map(({ unit, bookedFor }) => ({ unit: unit as LimitUnit, until: new Date(bookedFor!) }))
    .find(({ until }) => until > state.now);
  const told = state.windows.find(({ unit }) => unit === 'provider')?.bookedFor;
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
    priority: row.priority,
    weight: row.weight,
    weightPercent: state.weightPercent,
    costMicros: row.costMicros,
    categories: row.categories,
    senderDomains: row.senderDomains?.map(asciiDomain) ?? null,
    fallbackId: row.fallbackId,
    hasSender: row.fromEmail !== null,
    breaker: breakerState(state, state.now),
    openUntil: state.openUntil,
    consecutiveFailures: state.consecutiveFailures,
    successRate: successRateOf(state.attempts - state.faulty, state.faulty, breaker.minSample),
    averageMs: state.attempts > 0 ? state.durationMs / state.attempts : null,
    fullFor: { urgent: room(true), others: room(false) },
    overSoftBudget: isOverSoftBudget(row, usage, state.now),
    line: line ?? null,
  };
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
