import { describe, expect, it } from 'vitest';
import type { SystemStatus } from '@/lib/status/schema';
import { findAttention } from './attention';
import type { BudgetInUse } from './limits';
import type { Undecided } from './read';
import type { LimitUse, ProviderStanding } from './schema';

const CALM: SystemStatus = {
  flow: 'flowing',
  reasons: [],
  misconfigured: [],
  waiting: 0,
  scheduled: 0,
  retrying: 0,
  parked: 0,
  failedToday: 0,
  sentToday: 0,
  everSent: true,
  capturedToday: 0,
  oldestWaitingSeconds: null,
  alerts: { open: 0, critical: 0 },
};
const NOBODY: Undecided = { parked: 0, uncertain: 0, forRoom: 0, nextAt: null, forBreaker: 0 };
const END = '2026-12-01T00:00:00.000Z';
const SOON = '2026-11-21T15:40:00.000Z';

type Provider = Omit<ProviderStanding, 'budget'> & { budget: BudgetInUse | null };

function provider(
  change: Partial<Provider> = {},
  health: Partial<ProviderStanding['health']> = {},
): Provider {
  return {
    id: '1',
    name: 'Own server',
    kind: 'smtp',
    active: true,
    health: {
      state: 'healthy',
      problem: null,
      pace: {
        perSecond: null,
        configuredPerSecond: null,
        pausedUntil: null,
        connections: null,
        since: null,
        reply: null,
      },
      successRate: null,
      breaker: 'closed',
      openUntil: null,
      consecutiveFailures: 0,
      weightPercent: 100,
      check: null,
      ...health,
    },
    lastTest: null,
    full: null,
    sentToday: 0,
    capturedToday: 0,
    attempts: { attempts: 0, faulty: 0, slow: 0, failovers: 0, averageMs: null },
    limits: [],
    budget: null,
    ...change,
  };
}

const use = (used: number, change: Partial<LimitUse> = {}): LimitUse => ({
  unit: 'day',
  used,
  limit: 500,
  capacity: 450,
  endsAt: END,
  forecastAt: null,
  ...change,
});
const budget = (used: number, forecastAt: Date | null = null): BudgetInUse => ({
  usedMicros: used * 1_000_000,
  monthlyMicros: 10_000_000,
  hard: true,
  usedUp: used >= 10,
  endsAt: new Date(END),
  forecastAt,
});

function typesOf(facts: Partial<Parameters<typeof findAttention>[0]>): string[] {
  const calm = { status: CALM, undecided: NOBODY, providers: [], failovers: [] };
  return findAttention({ ...calm, ...facts }).map(({ type }) => type);
}

describe('findAttention', () => {
  it('has nothing to say of a calm system', () => {
    expect(typesOf({ providers: [provider({ limits: [use(100)], budget: budget(5) })] })).toEqual([]);
  });

  it('puts what stops all mail first, then what waits for a decision', () => {
    const status: SystemStatus = {
      ...CALM,
      reasons: ['parked', 'paused', 'no_worker', 'queue_old', 'retrying'],
    };
    const undecided = { parked: 2, uncertain: 1, forRoom: 3, nextAt: new Date(SOON), forBreaker: 4 };
    expect(typesOf({ status, undecided, providers: [provider({}, { breaker: 'open' })] })).toEqual([
      'no_worker',
      'breaker_open',
      'paused',
      'queue_old',
      'parked',
      'uncertain',
      'waiting_for_provider',
      'waiting_for_room',
    ]);
  });

  it.each([
    ['breaker_open', { breaker: 'half_open', state: 'unhealthy', successRate: 0.1 }],
    ['unhealthy', { state: 'unhealthy', successRate: 0.4 }],
    ['degraded', { state: 'degraded', successRate: 0.7, check: { ok: false, at: END } }],
    ['check_failed', { check: { ok: false, at: END } }],
  ] as const)('says one thing of an ailing provider: %s', (type, health) => {
    expect(typesOf({ providers: [provider({}, health)] })).toEqual([type]);
  });

  it('says nothing of a provider that somebody has paused', () => {
    const paused = provider({ active: false, limits: [use(450)], budget: budget(10) }, { breaker: 'open' });
    expect(typesOf({ providers: [paused] })).toEqual([]);
  });

  it.each([
    ['used up for all that is not urgent', use(450), ['limit_used']],
    ['nine tenths', use(405), ['limit_near']],
    ['less', use(404), []],
    ['half, and it will not last', use(225, { forecastAt: SOON }), ['limit_near']],
    ['too little to believe a forecast', use(224, { forecastAt: SOON }), []],
    ['an hour renews by itself', use(450, { unit: 'hour' }), []],
  ])('limit: %s', (_title, limit, types) => {
    expect(typesOf({ providers: [provider({ limits: [limit] })] })).toEqual(types);
  });

  it.each([
    ['used up', budget(10), ['budget_used']],
    ['nine tenths', budget(9), ['budget_near']],
    ['less', budget(8.9), []],
    ['half, and it will not last', budget(5, new Date(SOON)), ['budget_near']],
  ])('budget: %s', (_title, inUse, types) => {
    expect(typesOf({ providers: [provider({ budget: inUse })] })).toEqual(types);
  });

  it('tells who took over from whom and what it cost, as long as both exist', () => {
    const providers = [provider(), provider({ id: '2', name: 'Backup', active: false })];
    const failovers = [
      { fromId: '1', toId: '2', count: 12, extraCostMicros: 40_000 },
      { fromId: '1', toId: 'gone', count: 3, extraCostMicros: 0 },
    ];
    expect(findAttention({ status: CALM, undecided: NOBODY, providers, failovers })).toEqual([
      {
        type: 'failovers',
        from: { id: '1', name: 'Own server' },
        to: { id: '2', name: 'Backup' },
        count: 12,
        extraCost: '0.04',
      },
    ]);
  });
});
