import { expect, it } from 'vitest';
import { limitsOf, longestSendMs, roundMs } from './limits';

const MB = 1024 * 1024;
const limits = limitsOf({ timeoutMs: 30_000 });

it('gives a body time by its size', () => {
  expect(limits.uploadMs(0)).toBe(30_000);
  // 32 kB a second.
  expect(limits.uploadMs(32 * MB)).toBe(30_000 + 1024_000);
});

it('finds a connection that went silent out before the time-out', () => {
  expect(limits.firstReplyMs(60_000)).toBe(4000);
  // One that was used a moment ago is slow rather than gone.
  expect(limits.firstReplyMs(100)).toBeGreaterThan(4000);
  expect(limitsOf({ timeoutMs: 1000 }).firstReplyMs(60_000)).toBe(1000);
});

it('knows how long a send may take at most: more than all its parts, and more for a larger body', () => {
  const mime = 25 * MB * 1.37;
  expect(longestSendMs({ timeoutMs: 30_000 }, 25 * MB)).toBeGreaterThan(2 * roundMs(limits, mime));
  expect(longestSendMs({ timeoutMs: 30_000 }, 10_000)).toBeGreaterThan(30_000 + 3 * 30_000 + 30_000 + 30_000);
});
