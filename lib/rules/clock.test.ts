import { describe, expect, it } from 'vitest';
import { dayIn, isCron, nextRun, nextRuns } from './clock';

const next = (cron: string, zone: string, after: string) =>
  nextRun(cron, zone, new Date(after))?.toISOString();

describe('the clock of a rule', () => {
  // New York in 2026: forward on 8 March at 2:00, back on 1 November at 2:00 (tzdata).
  it('runs at the end of an hour that does not exist, and once in one that comes twice', () => {
    expect(next('30 2 * * *', 'America/New_York', '2026-03-08T05:00:00Z')).toBe('2026-03-08T07:00:00.000Z');
    const twice = nextRuns('30 1 * * *', 'America/New_York', new Date('2026-11-01T04:00:00Z'), 2);
    expect(twice.map((at) => at.toISOString())).toEqual([
      '2026-11-01T05:30:00.000Z',
      '2026-11-02T06:30:00.000Z',
    ]);
  });

  it('runs at midnight of Santiago also on the day that begins at one', () => {
    // Chile, 6 September 2026: 0:00 is 1:00 (tzdata).
    expect(next('0 0 * * *', 'America/Santiago', '2026-09-05T12:00:00Z')).toBe('2026-09-06T04:00:00.000Z');
  });

  it('has days as the wall has them', () => {
    expect(dayIn('America/Asuncion', new Date('2026-12-01T02:00:00Z'))).toBe('2026-11-30');
  });

  it.each(['* * *', '0 9 31 2 *', '61 * * * *', 'x', '', '0 0 9 * * *'])('%j is none', (pattern) => {
    expect(isCron(pattern)).toBe(false);
  });

  it.each(['*/15 * * * *', '0 9 * * *', '0 9 * * 1', '0 9 L * *'])('%j is one', (pattern) => {
    expect(isCron(pattern)).toBe(true);
  });
});
