import { expect, it } from 'vitest';
import { judgeBounces, judgeComplaints } from './reputation';

it.each([
  [0, 'good'],
  [0.0199, 'good'],
  [0.02, 'warn'],
  [0.0499, 'warn'],
  [0.05, 'bad'],
  [null, null],
] as const)('bounces of %j are %j', (rate, verdict) => expect(judgeBounces(rate)).toBe(verdict));

it.each([
  [0.0009, 'good'],
  [0.001, 'warn'],
  [0.0029, 'warn'],
  [0.003, 'bad'],
  [null, null],
] as const)('complaints of %j are %j', (rate, verdict) => expect(judgeComplaints(rate)).toBe(verdict));
