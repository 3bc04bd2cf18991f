import { afterEach, beforeEach, expect, it } from 'vitest';
import { inLocalTime, momentOf, tomorrowAt } from './local-time';

const zone = process.env.TZ;
beforeEach(() => {
  process.env.TZ = 'America/New_York';
});
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

it('reads and writes by the clock of the place', () => {
  // UTC-5 in winter.
  expect(momentOf('2026-11-28T09:00')?.toISOString()).toBe('2026-11-28T14:00:00.000Z');
  expect(inLocalTime(new Date('2026-11-28T14:00:00Z'))).toBe('2026-11-28T09:00');
  expect(tomorrowAt(9, new Date('2026-11-30T23:00:00Z'))).toBe('2026-12-01T09:00');
});

it('an hour that the clock skips is later, one that it has twice the first', () => {
  // The United States put their clocks forward on the second Sunday of March, back on the first of November, both at two.
  expect(momentOf('2026-03-08T02:30')?.toISOString()).toBe('2026-03-08T07:30:00.000Z');
  expect(momentOf('2026-11-01T01:30')?.toISOString()).toBe('2026-11-01T05:30:00.000Z');
});

it('knows what is no moment', () => {
  expect(['', '?', '2026-13-01T09:00', '2026-11-28', 'soon'].map(momentOf)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});
