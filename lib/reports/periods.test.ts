import { describe, expect, it } from 'vitest';
import { dueAfter, firstDue, lastPeriod } from './periods';

const at = (text: string) => new Date(text);
const ASUNCION = 'America/Asuncion';
const MADRID = 'Europe/Madrid';
const told = ({ from, to }: { from: Date; to: Date }) => [from.toISOString(), to.toISOString()];

describe('the last period that is over', () => {
  // Asunción is three hours behind UTC all year (since October 2024).
  it.each([
    ['daily', '2026-11-29T02:59:00Z', '2026-11-27T03:00:00.000Z', '2026-11-28T03:00:00.000Z'],
    ['daily', '2026-11-29T03:00:00Z', '2026-11-28T03:00:00.000Z', '2026-11-29T03:00:00.000Z'],
    ['weekly', '2026-11-30T02:59:00Z', '2026-11-16T03:00:00.000Z', '2026-11-23T03:00:00.000Z'],
    ['weekly', '2026-12-03T12:00:00Z', '2026-11-23T03:00:00.000Z', '2026-11-30T03:00:00.000Z'],
    ['monthly', '2027-01-01T02:59:00Z', '2026-11-01T03:00:00.000Z', '2026-12-01T03:00:00.000Z'],
    ['monthly', '2027-01-15T12:00:00Z', '2026-12-01T03:00:00.000Z', '2027-01-01T03:00:00.000Z'],
  ] as const)('%s at %s', (frequency, now, from, to) => {
    expect(told(lastPeriod({ frequency, timeZone: ASUNCION }, at(now)))).toEqual([from, to]);
  });

  it('is a day of 23 hours where clocks went forward', () => {
    const [from, to] = told(lastPeriod({ frequency: 'daily', timeZone: MADRID }, at('2026-03-30T12:00:00Z')));
    expect([from, to]).toEqual(['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z']);
  });
});

describe('when it is due', () => {
  it('first at the next such hour, today if it is still to come', () => {
    const rhythm = { frequency: 'daily', hour: 7, timeZone: ASUNCION } as const;
    expect(firstDue(rhythm, at('2026-11-29T09:59:00Z')).toISOString()).toBe('2026-11-29T10:00:00.000Z');
    expect(firstDue(rhythm, at('2026-11-29T10:00:00Z')).toISOString()).toBe('2026-11-30T10:00:00.000Z');
  });

  it('of a week on Monday, of a month on the first', () => {
    const weekly = { frequency: 'weekly', hour: 9, timeZone: 'UTC' } as const;
    expect(firstDue(weekly, at('2026-11-29T12:00:00Z')).toISOString()).toBe('2026-11-30T09:00:00.000Z');
    const monthly = { frequency: 'monthly', hour: 0, timeZone: 'UTC' } as const;
    expect(firstDue(monthly, at('2026-12-01T00:00:00Z')).toISOString()).toBe('2027-01-01T00:00:00.000Z');
  });

  it('after one that was sent late, with the next period: one, not two of the same', () => {
    const rhythm = { frequency: 'daily', hour: 7, timeZone: 'UTC' } as const;
    expect(dueAfter(rhythm, at('2026-11-29T03:00:00Z')).toISOString()).toBe('2026-11-30T07:00:00.000Z');
    const monthly = { frequency: 'monthly', hour: 7, timeZone: 'UTC' } as const;
    expect(dueAfter(monthly, at('2027-01-31T23:00:00Z')).toISOString()).toBe('2027-02-01T07:00:00.000Z');
  });

  it('once where the hour comes twice, and as soon as it can be where it is left out', () => {
    const rhythm = { frequency: 'daily', hour: 2, timeZone: MADRID } as const;
    // 25 October 2026: 02:30 comes twice. 29 March 2026: there is no 02:00.
    expect(dueAfter(rhythm, at('2026-10-24T12:00:00Z')).toISOString()).toBe('2026-10-25T00:00:00.000Z');
    expect(dueAfter(rhythm, at('2026-10-25T00:30:00Z')).toISOString()).toBe('2026-10-26T01:00:00.000Z');
    expect(dueAfter(rhythm, at('2026-03-28T12:00:00Z')).toISOString()).toBe('2026-03-29T01:00:00.000Z');
  });
});
