import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EndForm } from './token-end-form';

describe('the end of a token', () => {
  beforeEach(() => vi.useFakeTimers({ now: new Date('2026-11-29T10:00:00Z') }));
  afterEach(() => vi.useRealTimers());

  it('is so many days from now, or never', () => {
    expect(EndForm.parse({ ends: '30', date: '' })).toEqual({ expiresAt: '2026-12-29T10:00:00.000Z' });
    expect(EndForm.parse({ ends: 'never', date: '2027-01-01' })).toEqual({ expiresAt: null });
  });

  it('is the last second of a day, by the clock of who chooses it', () => {
    const { expiresAt } = EndForm.parse({ ends: 'date', date: '2027-02-28' });
    expect(new Date(expiresAt!)).toEqual(new Date(2027, 1, 28, 23, 59, 59));
  });

  it.each([
    ['', 'required'],
    ['2027-02-30x', 'required'],
    ['2026-11-01', 'past'],
  ])('is not %j: %s', (date, code) => {
    const { error } = EndForm.safeParse({ ends: 'date', date });
    expect(error?.issues).toMatchObject([{ path: ['date'], params: { code } }]);
  });
});
