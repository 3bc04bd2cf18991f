import { expect, it } from 'vitest';
import { judge, pValueOf } from './significance';

const of = (...counts: [number, number][]) =>
  counts.map(([delivered, hits], variant) => ({ variant, delivered, hits, rate: hits / delivered }));

it('computes what the books say', () => {
  // z = 1.9596 → p = 0.05 (two-sided), as tables of the normal distribution have it.
  expect(pValueOf({ delivered: 1_000, hits: 200 }, { delivered: 1_000, hits: 250 })).toBeCloseTo(0.00737, 3);
});

it('has a winner only where a difference can be shown', () => {
  expect(judge(of([1_000, 200], [1_000, 250]))).toMatchObject({ winner: 1, isSignificant: true });
  expect(judge(of([100, 20], [100, 25]))).toMatchObject({ winner: 0, isSignificant: false });
  expect(judge(of([0, 0], [0, 0]))).toMatchObject({ winner: 0, isSignificant: false, pValue: null });
  // 0.03 would do between two; with three of them chance has two goes.
  expect(judge(of([1_000, 200], [1_000, 240], [1_000, 199]))).toMatchObject({ isSignificant: false });
});
