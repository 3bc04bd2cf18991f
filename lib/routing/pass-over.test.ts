import { expect, it } from 'vitest';
import { message, policy, provider } from '@/lib/testing/routing';
import { passOver } from './pass-over';
import { rankProviders } from './rank';

const until = new Date('2026-11-21T14:05:00Z');
const candidates = rankProviders(
  [
    provider('A', { priority: 90 }),
    provider('B', { priority: 80 }),
    provider('C', { priority: 70 }),
    provider('D', { active: false }),
  ],
  message(),
  policy(),
);
const short = (list: typeof candidates) =>
  list.map(({ provider: name, rank, reason }) => `${name} ${rank ?? '-'} ${reason}`);

it('those behind it move up, and the first is the chosen one', () => {
  const left = passOver(candidates, 'a', { reason: 'limit_day', until });
  expect(short(left)).toEqual(['B 1 chosen', 'C 2 next', 'D - paused', 'A - limit_day']);
  expect(left[3]).toEqual({
    providerId: 'a',
    provider: 'A',
    rank: null,
    reason: 'limit_day',
    until: until.toISOString(),
  });
});

it('the fallback of the one that is gone stands in for it', () => {
  const providers = [
    provider('A', { priority: 90, fallbackId: 'c' }),
    provider('B', { priority: 80 }),
    provider('C'),
  ];
  const [first] = passOver(rankProviders(providers, message(), policy()), 'a', {
    reason: 'limit_day',
    until,
  });
  expect(first).toMatchObject({ provider: 'C', rank: 1, reason: 'fallback', fallbackOf: 'A' });
});

it('those before it stay', () => {
  expect(short(passOver(candidates, 'b', { reason: 'breaker_open', until }))).toEqual([
    'A 1 chosen',
    'C 2 next',
    'D - paused',
    'B - breaker_open',
  ]);
});

it('none may be left, and one that was passed over before keeps its reason', () => {
  const none = ['a', 'b', 'c'].reduce(
    (list, id) => passOver(list, id, { reason: 'budget_used', until }),
    candidates,
  );
  expect(none.every(({ rank }) => rank === null)).toBe(true);
  expect(passOver(candidates, 'd', { reason: 'budget_used', until })).toEqual(candidates);
});
