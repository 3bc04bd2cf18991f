import { describe, expect, it } from 'vitest';
import { NOTHING, viewFigures } from '@/lib/statistics/sums';
import { budgetOf } from './budget-of';

const of = (sent: number, failed: number, returned = 0) =>
  budgetOf(viewFigures({ ...NOTHING, sent, failed, returned }), 0.999);

describe('the budget of failures', () => {
  it('is one of a thousand', () => {
    expect(of(9_995, 5)).toEqual({ allowed: 10, lost: 5, left: 5, share: 0.9995 });
    expect(of(9_990, 10)).toEqual({ allowed: 10, lost: 10, left: 0, share: 0.999 });
  });

  it('is overdrawn also by what came back later', () => {
    expect(of(9_990, 10, 7)).toMatchObject({ lost: 17, left: -7 });
  });

  it('allows nothing of little, and says nothing of nothing', () => {
    expect(of(99, 1)).toMatchObject({ allowed: 0, left: -1 });
    expect(of(0, 0)).toMatchObject({ allowed: 0, lost: 0, left: 0, share: null });
  });
});
