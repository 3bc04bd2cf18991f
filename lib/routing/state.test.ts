import { describe, expect, it } from 'vitest';
import { policy, providerState } from '@/lib/testing/routing';
import { meet, type ProviderState, type RoutingState, readState } from './state';

const until = new Date('2026-11-21T14:05:00Z');
const later = new Date('2026-11-21T15:00:00Z');

function state(facts: Partial<ProviderState> = {}): ProviderState {
  return providerState('A', facts);
}

describe('what a message meets', () => {
  const buffered = state({ fullFor: { urgent: null, others: { unit: 'day', until } } });
  const line = state({ line: { unit: 'hour', until: later } });

  it.each([
    ['the buffer is for urgent ones', buffered, { urgent: true, inLine: false }, null],
    ['the others find it full', buffered, { urgent: false, inLine: false }, { unit: 'day', until }],
    [
      'who comes anew goes behind the line',
      line,
      { urgent: false, inLine: false },
      { unit: 'hour', until: later },
    ],
    ['who stood in it has a place', line, { urgent: false, inLine: true }, null],
    ['an urgent one does not wait in line', line, { urgent: true, inLine: false }, null],
  ])('%s', (_, of, message, full) => {
    const met = meet(of, message);
    expect(met.full).toEqual(full);
    expect(met).not.toHaveProperty('line');
  });
});

it('comes back from JSON as it went', () => {
  const full = { unit: 'month' as const, until };
  const written: RoutingState = {
    at: until,
    policy: policy('balanced'),
    providers: [state(), state({ openUntil: until, fullFor: { urgent: full, others: full }, line: full })],
  };
  expect(readState(JSON.parse(JSON.stringify(written)))).toEqual(written);
});
