import { expect, it } from 'vitest';
import { breakerState } from './circuit-breaker';

const now = new Date('2026-11-21T14:00:00Z');
const before = new Date('2026-11-21T13:59:59.999Z');
const after = new Date('2026-11-21T14:00:00.001Z');

it.each([
  ['closed', null, null],
  ['closed', null, after],
  ['open', after, null],
  ['open', after, after],
  ['half_open', before, null],
  ['half_open', now, null],
  ['half_open', before, before],
  ['half_open', before, now],
  ['probing', before, after],
  ['probing', now, after],
])('%s when open until %s and probed until %s', (state, openUntil, probeUntil) => {
  expect(breakerState({ openUntil, probeUntil }, now)).toBe(state);
});
