import { describe, expect, it } from 'vitest';
import type { ProviderView } from '@/lib/providers/schema';
import { inSendingOrder, providerState } from './provider-state';

const tested = (ok: boolean) => ({ ok, cause: ok ? null : 'auth', at: '2026-01-01T00:00:00Z' });

describe('providerState', () => {
  it.each([
    ['paused', false, tested(true)],
    ['untested', true, null],
    ['working', true, tested(true)],
    ['failing', true, tested(false)],
  ])('%s', (state, active, lastTest) => {
    expect(providerState({ active, lastTest })).toBe(state);
  });

  it('unfinished, until it is in use', () => {
    expect(providerState({ active: false, lastTest: null }, true)).toBe('unfinished');
    expect(providerState({ active: true, lastTest: null }, true)).toBe('untested');
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
