import { describe, expect, it } from 'vitest';
import { askFor } from './ask-for';

const now = new Date('2026-11-28T22:13:00Z');

describe('what the page asks for', () => {
  it.each([
    ['day', { interval: 'hour' }],
    ['week', { interval: 'day', from: '2026-11-22T22:00:00.000Z' }],
    ['month', { interval: 'day' }],
  ] as const)('of the last %s', (span, asked) => {
    expect(askFor({ span, from: '', to: '' }, now)).toEqual(asked);
  });

  it.each([
    ['2026-11-01', '2026-11-02', 'hour'],
    ['2026-11-01', '2026-11-03', 'day'],
    ['2026-08-01', '2026-10-31', 'day'],
    ['2026-07-01', '2026-10-31', 'week'],
  ] as const)('from %s to %s by the %s', (from, to, interval) => {
    expect(askFor({ span: 'custom', from, to }, now)).toEqual({ interval, from, to });
  });

  it.each([
    ['', ''],
    ['2026-11-02', ''],
    ['2026-11-02', '2026-11-01'],
    ['yesterday', '2026-11-01'],
  ])('nothing from %j to %j', (from, to) => {
    expect(askFor({ span: 'custom', from, to }, now)).toBeNull();
  });
});
