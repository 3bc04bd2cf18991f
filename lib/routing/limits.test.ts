import { describe, expect, it } from 'vitest';
import { capacityOf, forecastEnd } from './limits';

describe('capacity', () => {
  it.each([
    [500, false, 90, 450],
    [500, true, 90, 500],
    [15, false, 90, 13],
    [1, false, 90, 1],
    [1, false, 1, 1],
    [0, false, 90, 0],
    [0, true, 90, 0],
    [7, false, 100, 7],
  ])('of %i (urgent: %s) with %i %% is %i', (limit, urgent, bufferPercent, capacity) => {
    expect(capacityOf(limit, { urgent, bufferPercent })).toBe(capacity);
  });
});

describe('forecast', () => {
  const day = { startsAt: new Date('2026-11-21T00:00:00Z'), endsAt: new Date('2026-11-22T00:00:00Z') };
  const noon = new Date('2026-11-21T12:00:00Z');

  it.each([
    ['half used at half time lasts', 50, 100, null],
    ['more than half ends before', 60, 100, '2026-11-21T20:00:00.000Z'],
    ['nearly all ends soon', 96, 100, '2026-11-21T12:30:00.000Z'],
    ['all is used up now', 100, 100, noon.toISOString()],
    ['more than all too', 120, 100, noon.toISOString()],
    ['nothing used tells nothing', 0, 100, null],
    ['a limit of nothing is used up', 0, 0, noon.toISOString()],
  ])('%s', (_, used, limit, end) => {
    expect(forecastEnd({ used, limit, ...day }, noon)?.toISOString() ?? null).toBe(end);
  });

  it('tells nothing at the very start', () => {
    expect(forecastEnd({ used: 5, limit: 10, ...day }, day.startsAt)).toBeNull();
  });
});
