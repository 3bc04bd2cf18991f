import { describe, expect, it } from 'vitest';
import { provider } from '@/lib/testing/routing';
import { scoresBy } from './strategies';
import type { RoutingProvider, Strategy } from './types';

const BALANCED = { cost: 30, reliability: 50, speed: 20 };
const scores = (strategy: Strategy, ...facts: Partial<RoutingProvider>[]) =>
  scoresBy(
    strategy,
    facts.map((each, index) => provider(`P${index}`, each)),
    BALANCED,
  );

describe('cost', () => {
  it('is 1 when free, 0 for the dearest', () => {
    expect(scores('cost', { costMicros: 0 }, { costMicros: 250 }, { costMicros: 1000 })).toEqual([
      1, 0.75, 0,
    ]);
  });
  it('is equal when all are free', () => expect(scores('cost', {}, {})).toEqual([1, 1]));
  it('tells a millionth apart', () => {
    const [a, b] = scores('cost', { costMicros: 99_999 }, { costMicros: 100_000 });
    expect(a).toBeGreaterThan(b!);
  });
});

describe('reliability', () => {
  it('is the success rate, 1 when unknown', () => {
    expect(scores('reliability', { successRate: 0.75 }, { successRate: null })).toEqual([0.75, 1]);
  });
  it('takes half a percent for the same', () => {
    expect(scores('reliability', { successRate: 0.998 }, { successRate: 1 })).toEqual([1, 1]);
  });
});

describe('speed', () => {
  it('is about in proportion to the fastest', () => {
    const [fast, half, tenth] = scores('speed', { averageMs: 100 }, { averageMs: 200 }, { averageMs: 1000 });
    expect(fast).toBe(1);
    expect(half).toBeCloseTo(0.5, 1);
    expect(tenth).toBeCloseTo(0.1, 1);
  });
  it('takes what differs by a few percent for the same, and nothing else', () => {
    const [fast, same, slow, slower] = scores(
      'speed',
      { averageMs: 100 },
      { averageMs: 103 },
      { averageMs: 3000 },
      { averageMs: 4000 },
    );
    expect(same).toBe(fast);
    expect(slower).toBeLessThan(slow!);
  });
  it('takes an unknown one for the mean of the others', () => {
    const [, , unknown] = scores('speed', { averageMs: 100 }, { averageMs: 300 }, {});
    expect(unknown).toBeCloseTo(0.5, 1);
  });
  it('is equal when nothing is known, and bears 0 ms', () => {
    expect(scores('speed', {}, {})).toEqual([1, 1]);
    expect(scores('speed', { averageMs: 0 }, { averageMs: 0 })).toEqual([1, 1]);
  });
});

describe('balanced', () => {
  it('weighs the three by the given percentages', () => {
    const [a, b] = scores(
      'balanced',
      { costMicros: 0, successRate: 0.8, averageMs: 400 },
      { costMicros: 1000, successRate: 1, averageMs: 100 },
    );
    expect(a).toBeCloseTo(0.3 * 1 + 0.5 * 0.8 + 0.2 * 0.25, 2);
    expect(b).toBeCloseTo(0.3 * 0 + 0.5 * 1 + 0.2 * 1, 2);
  });
  it('only the proportion of the weights counts', () => {
    const facts = [provider('A', { costMicros: 5, successRate: 0.6 }), provider('B', { averageMs: 9 })];
    const once = scoresBy('balanced', facts, BALANCED);
    expect(scoresBy('balanced', facts, { cost: 3, reliability: 5, speed: 2 })).toEqual(once);
    expect(scoresBy('balanced', facts, { cost: 0, reliability: 0, speed: 0 })).toEqual([1, 1]);
  });
});
