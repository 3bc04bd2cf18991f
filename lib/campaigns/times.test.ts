import { expect, it } from 'vitest';
import { firstInstantOf, instantOf } from './times';

it.each([
  // 2026-03-08: New York has no 02:30 (IANA tz: clocks go from 02:00 to 03:00).
  ['2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
  // 2026-11-01: it has 01:30 twice; the first is in summer time.
  ['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
  // 2026-09-06: Santiago has no midnight.
  ['2026-09-06T00:00', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
  // Since October 2024 Paraguay stays at UTC−3.
  ['2026-07-01T09:00', 'America/Asuncion', '2026-07-01T12:00:00.000Z'],
])('%s in %s is %s', (wallClock, zone, at) => {
  expect(instantOf(wallClock, zone).toISOString()).toBe(at);
});

it('comes first where clocks are ahead of all others', () => {
  expect(firstInstantOf('2026-12-24T09:00').toISOString()).toBe('2026-12-23T19:00:00.000Z');
});
