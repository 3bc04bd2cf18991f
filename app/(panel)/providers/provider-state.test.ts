import { describe, expect, it } from 'vitest';
import type { ProviderView } from '@/lib/providers/schema';
import { inSendingOrder, providerState } from './provider-state';

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
      { name: 'b', active: true, priority: 10 },
      { name: 'paused', active: false, priority: 100 },
      { name: 'a', active: true, priority: 10 },
      { name: 'first', active: true, priority: 90 },
    ] as ProviderView[];
    expect(inSendingOrder(list).map((provider) => provider.name)).toEqual(['first', 'a', 'b', 'paused']);
  });
});
