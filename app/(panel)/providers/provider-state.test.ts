import { describe, expect, it } from 'vitest';
import type { ProviderView } from '@/lib/providers/schema';
import { inSendingOrder, keepsNamedOnly, providerState, turnOf } from './provider-state';

const tested = (ok: boolean) => ({ ok, cause: ok ? null : 'auth', at: '2026-01-01T00:00:00Z' });

type Facts = Pick<ProviderView, 'active' | 'lastTest'> & { health?: Partial<ProviderView['health']> };

function stateOf({ health, ...facts }: Facts, unfinished?: boolean) {
  const well = { breaker: 'closed', state: 'healthy', problem: null } as ProviderView['health'];
  return providerState({ ...facts, health: { ...well, ...health } }, unfinished);
}

describe('providerState', () => {
  it.each<[string, Facts]>([
    [
      'misconfigured',
      {
        active: true,
        lastTest: tested(true),
        health: { problem: { reason: 'secret', detail: 'password' }, breaker: 'open' },
      },
    ],
    ['paused', { active: false, lastTest: tested(true), health: { breaker: 'open' } }],
    ['untested', { active: true, lastTest: null }],
    ['working', { active: true, lastTest: tested(true) }],
    ['failing', { active: true, lastTest: tested(false), health: { state: 'degraded' } }],
    ['stopped', { active: true, lastTest: tested(false), health: { breaker: 'open' } }],
    ['trying', { active: true, lastTest: tested(true), health: { breaker: 'half_open' } }],
    ['trying', { active: true, lastTest: tested(true), health: { breaker: 'probing' } }],
    ['degraded', { active: true, lastTest: tested(true), health: { state: 'degraded' } }],
    ['unhealthy', { active: true, lastTest: null, health: { state: 'unhealthy' } }],
  ])('%s: %j', (state, facts) => {
    expect(stateOf(facts)).toBe(state);
  });

  it('unfinished, until it is in use', () => {
    expect(stateOf({ active: false, lastTest: null }, true)).toBe('unfinished');
    expect(stateOf({ active: true, lastTest: null }, true)).toBe('untested');
  });
});

describe('inSendingOrder', () => {
  it('puts paused last, then priority, then name', () => {
    const list = [
      provider('b', 10),
      { ...provider('paused', 100), active: false },
      provider('a', 10),
      provider('stopped', 95, 'open'),
      provider('first', 90),
    ];
    expect(inSendingOrder(list).map(({ name }) => name)).toEqual(['first', 'a', 'b', 'stopped', 'paused']);
  });
});

describe('turnOf', () => {
  it('never calls a failing one first, and says who is', () => {
    for (const breaker of ['open', 'half_open', 'probing']) {
      const list = [provider('stopped', 95, breaker), provider('next', 90)];
      expect(list.map((each) => turnOf(each, list))).toEqual([null, { place: 1, shared: false }]);
    }
  });

  it('says that equal ones share, and gives a paused one none', () => {
    const list = [provider('a', 50), provider('b', 50), { ...provider('c', 90), active: false }];
    expect(list.map((each) => turnOf(each, list))).toEqual([
      { place: 1, shared: true },
      { place: 1, shared: true },
      null,
    ]);
  });
});

describe('a sandbox', () => {
  const sandbox = { ...provider('sandbox', 90), kind: 'sandbox' };
  const real = provider('real', 40);

  it('is in turn only where nobody sends', () => {
    expect(turnOf(sandbox, [sandbox])).toEqual({ place: 1, shared: false });
    for (const other of [real, { ...real, active: false }]) {
      expect(turnOf(sandbox, [sandbox, other])).toBeNull();
      expect(keepsNamedOnly(sandbox, [sandbox, other])).toBe(true);
    }
    expect(turnOf(real, [sandbox, real])).toEqual({ place: 1, shared: false });
    expect(inSendingOrder([sandbox, real]).map(({ name }) => name)).toEqual(['real', 'sandbox']);
  });

  it('is none the less for a provider that only another company has', () => {
    expect(keepsNamedOnly(sandbox, [sandbox, { ...real, company: 'san' }])).toBe(false);
    expect(keepsNamedOnly({ ...sandbox, company: 'san' }, [sandbox, { ...real, company: 'san' }])).toBe(true);
  });
});

function provider(name: string, priority: number, breaker = 'closed'): ProviderView {
  const health = { problem: null, breaker };
  return { id: name, name, kind: 'smtp', active: true, channel: 'email', priority, health } as ProviderView;
}
