import { describe, expect, it } from 'vitest';
import { bucketsBetween, parseMoment, USUAL, usualStart } from './buckets';
import { INTERVALS, type Interval } from './intervals';

const buckets = (interval: Interval, from: string, to: string, timeZone = 'UTC') =>
  bucketsBetween(interval, new Date(from), new Date(to), timeZone).map((at) => at.toISOString());

describe('bucketsBetween', () => {
  it('begins where the first moment lies and ends before the last', () => {
    expect(buckets('hour', '2026-11-21T10:59:00Z', '2026-11-21T13:00:00Z')).toEqual([
      '2026-11-21T10:00:00.000Z',
      '2026-11-21T11:00:00.000Z',
      '2026-11-21T12:00:00.000Z',
    ]);
    expect(buckets('month', '2026-11-30T23:00:00Z', '2027-01-01T00:00:01Z')).toEqual([
      '2026-11-01T00:00:00.000Z',
      '2026-12-01T00:00:00.000Z',
      '2027-01-01T00:00:00.000Z',
    ]);
  });

  it('begins weeks on Mondays', () => {
    expect(buckets('week', '2026-11-22T23:59:00Z', '2026-11-23T00:01:00Z')).toEqual([
      '2026-11-16T00:00:00.000Z',
      '2026-11-23T00:00:00.000Z',
    ]);
  });

  it('follows the clocks of the zone through days of 23 and 25 hours', () => {
    expect(buckets('day', '2026-03-28T12:00:00Z', '2026-03-30T12:00:00Z', 'Europe/Madrid')).toEqual([
      '2026-03-27T23:00:00.000Z',
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
    ]);
    expect(buckets('day', '2026-10-24T12:00:00Z', '2026-10-26T12:00:00Z', 'Europe/Madrid')).toEqual([
      '2026-10-23T22:00:00.000Z',
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
    ]);
    expect(buckets('week', '2026-10-19T12:00:00Z', '2026-10-27T12:00:00Z', 'Europe/Madrid')).toEqual([
      '2026-10-18T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
    ]);
  });
});

describe('parseMoment', () => {
  it('takes a date alone for all of that day where the reader lives', () => {
    expect(parseMoment('2026-11-30', 'from', 'America/Asuncion').toISOString()).toBe(
      '2026-11-30T03:00:00.000Z',
    );
    expect(parseMoment('2026-11-30', 'to', 'America/Asuncion').toISOString()).toBe(
      '2026-12-01T03:00:00.000Z',
    );
    expect(parseMoment('2026-11-30T10:00:00+01:00', 'to', 'UTC').toISOString()).toBe(
      '2026-11-30T09:00:00.000Z',
    );
  });
});

// 335 days before the first of a December lies in another month than 335 days before the last of a November.
describe.each(['UTC', 'America/Asuncion', 'Europe/Madrid', 'Pacific/Auckland'])(
  'what is usual, in %s',
  (zone) => {
    it.each(INTERVALS)(
      'has as many points of each %s on every day of two years, and none in part',
      (interval) => {
        const begin = Date.parse('2026-01-01T00:00:00Z');
        // Every 7 hours: early and late on all days.
        for (let hours = 0; hours < 2 * 366 * 24; hours += 7) {
          const now = new Date(begin + hours * 3_600_000 + 1);
          const from = usualStart(interval, now, zone);
          const found = bucketsBetween(interval, from, now, zone);
          expect([now, found.length, found[0]]).toEqual([now, USUAL[interval], from]);
        }
      },
    );
  },
);
