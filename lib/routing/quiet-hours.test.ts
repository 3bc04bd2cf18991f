import { expect, it } from 'vitest';
import { quietUntil } from './quiet-hours';

const night = { fromHour: 21, untilHour: 8 };

it.each([
  // Paraguay is three hours behind UTC, in summer and in winter, since October 2024.
  ['2026-11-29T23:59:59Z', 'America/Asuncion', null],
  ['2026-11-30T00:00:00Z', 'America/Asuncion', '2026-11-30T11:00:00.000Z'],
  ['2026-11-30T10:59:00Z', 'America/Asuncion', '2026-11-30T11:00:00.000Z'],
  ['2026-11-30T11:00:00Z', 'America/Asuncion', null],
  ['2026-12-31T23:30:00Z', 'UTC', '2027-01-01T08:00:00.000Z'],
  ['2026-11-30T12:00:00Z', 'UTC', null],
  // In that night the clocks of Madrid go forward: its eight o'clock comes an hour earlier.
  ['2026-03-28T22:00:00Z', 'Europe/Madrid', '2026-03-29T06:00:00.000Z'],
])('at %s in %s until %s', (at, zone, until) => {
  expect(quietUntil(new Date(at), zone, night)?.toISOString() ?? null).toBe(until);
});

it('at noon where that is set, and never where both hours are one', () => {
  const siesta = { fromHour: 13, untilHour: 15 };
  const at = new Date('2026-11-30T13:30:00Z');
  expect(quietUntil(at, 'UTC', siesta)).toEqual(new Date('2026-11-30T15:00:00Z'));
  expect(quietUntil(new Date('2026-11-30T15:00:00Z'), 'UTC', siesta)).toBeNull();
  expect(quietUntil(at, 'UTC', { fromHour: 13, untilHour: 13 })).toBeNull();
});
