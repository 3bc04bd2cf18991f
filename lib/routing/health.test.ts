import { describe, expect, it } from 'vitest';
import { healthOf, successRateOf } from './health';

describe('success rate', () => {
  it.each([
    [20, 0, 20, 1],
    [15, 5, 20, 0.75],
    [0, 20, 20, 0],
    [19, 0, 20, null],
    [0, 0, 20, null],
    [0, 0, 0, null],
    [1, 0, 1, 1],
  ])('of %i sent and %i failed, asking for %i, is %s', (sent, failed, minSample, rate) => {
    expect(successRateOf(sent, failed, minSample)).toBe(rate);
  });
});

describe('health', () => {
  it.each([
    [null, 'healthy'],
    [1, 'healthy'],
    [0.8, 'healthy'],
    [0.799, 'degraded'],
    [0.5, 'degraded'],
    [0.499, 'unhealthy'],
    [0, 'unhealthy'],
  ])('at a rate of %s is %s', (rate, health) => {
    expect(healthOf(rate, { unhealthyBelowPercent: 50, degradedBelowPercent: 80 })).toBe(health);
  });
});
