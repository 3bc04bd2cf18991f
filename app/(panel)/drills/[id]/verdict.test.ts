import { describe, expect, it } from 'vitest';
import type { DrillDetail, DrillReport } from '@/lib/drills/schema';
import { refreshMs } from './refresh';
import { verdictOf } from './verdict';

const nothing = {
  sentByOthers: 0,
  sentByItself: 0,
  capturedByOthers: 0,
  capturedByItself: 0,
  waiting: 0,
  parked: 0,
  failed: 0,
  canceled: 0,
};
const report = (
  facts: Partial<Omit<DrillReport, 'outcome'>>,
  outcome: Partial<DrillReport['outcome']> = {},
) =>
  ({
    touched: 0,
    tests: { accepted: 0, sent: 0, captured: 0, around: 0 },
    recoveredAt: null,
    ...facts,
    outcome: { ...nothing, ...outcome },
  }) as DrillReport;

describe('verdictOf', () => {
  it.each([
    ['waiting', true, report({})],
    ['untouched', false, report({})],
    ['elsewhere', true, report({ tests: { accepted: 5, sent: 2, captured: 0, around: 2 } })],
    ['allSent', true, report({ touched: 3 }, { sentByOthers: 2, sentByItself: 1 })],
    ['someKept', false, report({ touched: 3 }, { sentByOthers: 2, parked: 1 })],
    ['someKept', false, report({ touched: 3 }, { sentByOthers: 2, waiting: 1 })],
    ['someFailed', false, report({ touched: 3 }, { waiting: 2, failed: 1 })],
  ])('%s', (verdict, running, facts) => {
    expect(verdictOf({ running, report: facts })).toBe(verdict);
  });
});

describe('refreshMs', () => {
  const endsAt = '2026-11-21T12:00:00Z';
  const end = new Date(endsAt).getTime();
  const over = (facts: DrillReport) => ({ running: false, endsAt, report: facts }) as DrillDetail;
  const back = report({ recoveredAt: endsAt });

  it('looks often while it runs, then until the provider is back and nothing waits', () => {
    expect(refreshMs({ ...over(report({})), running: true }, end)).toBe(2_000);
    expect(refreshMs(over(report({})), end)).toBe(5_000);
    expect(refreshMs(over(report({ recoveredAt: endsAt }, { parked: 1 })), end)).toBe(5_000);
    expect(refreshMs(over({ ...back, tests: { accepted: 2, sent: 1, captured: 0, around: 0 } }), end)).toBe(
      5_000,
    );
    expect(refreshMs(over(back), end)).toBe(false);
  });

  it('gives up after an hour', () => {
    expect(refreshMs(over(report({})), end + 3_600_001)).toBe(false);
  });
});
