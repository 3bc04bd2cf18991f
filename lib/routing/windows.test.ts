import { describe, expect, it } from 'vitest';
import { randomOf } from './random';
import { type Window, type WindowUnit, windowAt } from './windows';

const windowOf = (unit: WindowUnit, now: string, timeZone: string | null) => {
  const { startsAt, endsAt } = windowAt(unit, new Date(now), timeZone);
  return [startsAt, endsAt].map((at) => at.toISOString().replace(':00.000Z', 'Z'));
};

describe('windows', () => {
  it.each<[string, WindowUnit, string, string | null, [string, string]]>([
    ['minute', 'minute', '2026-11-21T10:51:42Z', null, ['2026-11-21T10:51Z', '2026-11-21T10:52Z']],
    ['hour', 'hour', '2026-11-21T10:51:42Z', null, ['2026-11-21T10:00Z', '2026-11-21T11:00Z']],
    [
      'hour of half an hour off',
      'hour',
      '2026-11-21T10:51:42Z',
      'Asia/Kolkata',
      ['2026-11-21T10:30Z', '2026-11-21T11:30Z'],
    ],
    [
      'hour of a quarter of an hour off',
      'hour',
      '2026-11-21T10:51:42Z',
      'Asia/Kathmandu',
      ['2026-11-21T10:15Z', '2026-11-21T11:15Z'],
    ],
    [
      'half an hour left by clocks put forward by half an hour',
      'hour',
      '2026-10-03T15:31:00Z',
      'Australia/Lord_Howe',
      ['2026-10-03T15:30Z', '2026-10-03T16:00Z'],
    ],
    [
      'hour before it',
      'hour',
      '2026-10-03T15:29:59Z',
      'Australia/Lord_Howe',
      ['2026-10-03T14:30Z', '2026-10-03T15:30Z'],
    ],
    [
      'half an hour that comes twice',
      'hour',
      '2026-04-04T15:00:00Z',
      'Australia/Lord_Howe',
      ['2026-04-04T15:00Z', '2026-04-04T15:30Z'],
    ],
    [
      'day in which clocks change by half an hour',
      'day',
      '2026-10-04T12:00:00Z',
      'Australia/Lord_Howe',
      ['2026-10-03T13:30Z', '2026-10-04T13:00Z'],
    ],
    ['day', 'day', '2026-11-21T10:51:42Z', null, ['2026-11-21T00:00Z', '2026-11-22T00:00Z']],
    ['first moment', 'day', '2026-11-21T00:00:00Z', 'UTC', ['2026-11-21T00:00Z', '2026-11-22T00:00Z']],
    [
      'day in Paraguay',
      'day',
      '2026-11-21T02:59:59Z',
      'America/Asuncion',
      ['2026-11-20T03:00Z', '2026-11-21T03:00Z'],
    ],
    ['month', 'month', '2026-12-31T23:59:59Z', null, ['2026-12-01T00:00Z', '2027-01-01T00:00Z']],
    ['February', 'month', '2028-02-29T12:00:00Z', null, ['2028-02-01T00:00Z', '2028-03-01T00:00Z']],
    [
      'month with a change of clocks',
      'month',
      '2026-03-10T00:00:00Z',
      'Europe/Madrid',
      ['2026-02-28T23:00Z', '2026-03-31T22:00Z'],
    ],
    [
      'day of 23 hours',
      'day',
      '2026-03-29T10:00:00Z',
      'Europe/Madrid',
      ['2026-03-28T23:00Z', '2026-03-29T22:00Z'],
    ],
    [
      'day of 25 hours',
      'day',
      '2026-10-25T10:00:00Z',
      'Europe/Madrid',
      ['2026-10-24T22:00Z', '2026-10-25T23:00Z'],
    ],
    [
      'day without midnight',
      'day',
      '2026-09-06T12:00:00Z',
      'America/Santiago',
      ['2026-09-06T04:00Z', '2026-09-07T03:00Z'],
    ],
    [
      'day before it',
      'day',
      '2026-09-06T03:59:00Z',
      'America/Santiago',
      ['2026-09-05T04:00Z', '2026-09-06T04:00Z'],
    ],
    [
      'day whose last hour comes twice',
      'day',
      '2026-04-05T03:30:00Z',
      'America/Santiago',
      ['2026-04-04T03:00Z', '2026-04-05T04:00Z'],
    ],
    [
      'day whose first hour comes twice',
      'day',
      '2026-11-01T12:00:00Z',
      'America/Havana',
      ['2026-11-01T04:00Z', '2026-11-02T05:00Z'],
    ],
    [
      'day far in the east',
      'day',
      '2026-11-21T10:00:00Z',
      'Pacific/Kiritimati',
      ['2026-11-21T10:00Z', '2026-11-22T10:00Z'],
    ],
  ])('%s', (_, unit, now, timeZone, expected) => {
    expect(windowOf(unit, now, timeZone)).toEqual(expected);
  });
});

const ZONES = [
  'UTC',
  'America/Asuncion',
  'America/Santiago',
  'America/Havana',
  'America/Nuuk',
  'America/St_Johns',
  'Europe/Madrid',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
];

it('whatever the moment and the zone: now lies within, every moment of it has the same window, and the next follows', () => {
  const wrong: string[] = [];
  for (const [index, zone] of ZONES.entries())
    for (let step = 0; step < 40; step++) {
      const now = new Date(Date.UTC(2026, 0, 1) + randomOf(`${index} ${step}`) * 3 * 365 * 86_400_000);
      for (const unit of ['minute', 'hour', 'day', 'month'] as const) {
        const window = windowAt(unit, now, zone);
        const last = new Date(window.endsAt.getTime() - 1);
        const isRight =
          window.startsAt <= now &&
          now < window.endsAt &&
          isSame(windowAt(unit, window.startsAt, zone), window) &&
          isSame(windowAt(unit, last, zone), window) &&
          isFollowed(window, windowAt(unit, window.endsAt, zone));
        if (!isRight) wrong.push(`${unit} ${zone} ${now.toISOString()}`);
      }
    }
  expect(wrong).toEqual([]);
});

// A comparison by `expect` costs a hundred times the window: all are compared plainly, and one list is expected to be empty.
function isSame(a: Window, b: Window): boolean {
  return a.startsAt.getTime() === b.startsAt.getTime() && a.endsAt.getTime() === b.endsAt.getTime();
}

function isFollowed(window: Window, next: Window): boolean {
  return next.startsAt.getTime() === window.endsAt.getTime();
}

it('leaves no gap and no overlap in the days around a change of clocks by half an hour', () => {
  const zone = 'Australia/Lord_Howe';
  const wrong: string[] = [];
  // They change at 15:00 and at 15:30; three hours to either side, minute by minute.
  for (const from of ['2026-04-04T12:00:00Z', '2026-10-03T12:00:00Z'])
    for (let minute = 0; minute < 6 * 60 + 30; minute++) {
      const now = new Date(Date.parse(from) + minute * 60_000);
      const window = windowAt('hour', now, zone);
      const isRight =
        window.startsAt <= now &&
        now < window.endsAt &&
        isSame(windowAt('hour', window.startsAt, zone), window) &&
        isFollowed(window, windowAt('hour', window.endsAt, zone));
      if (!isRight) wrong.push(now.toISOString());
    }
  expect(wrong).toEqual([]);
});

it('goes by UTC where a zone is none that this version knows', () => {
  const now = '2026-11-21T10:51:42Z';
  for (const unit of ['hour', 'day', 'month'] as const)
    expect(windowOf(unit, now, 'Mars/Base')).toEqual(windowOf(unit, now, null));
});
