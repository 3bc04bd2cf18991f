import { expect } from 'vitest';
import { hostileTexts } from './texts';

const LENGTH = 100_000;
export const TEXTS = Object.entries(hostileTexts(LENGTH));

/** In microseconds, of this thread: on a busy machine the clock tells about others. */
export function cpuOf(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return user + system;
}

/** What a hundred looks at each character cost here and now; so many, since CPU time is told in steps of milliseconds. */
export function hundredPasses(text: string): number {
  return cpuOf(() => {
    let sum = 0;
    for (let pass = 0; pass < 100; pass++)
      for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0;
    return sum;
  });
}

/** On any machine: what costs less needs no comparison, which costs more than most of what is compared. */
const CHEAP = 100_000;

/** Some thousand looks at each character are still linear; with each at all others it would be a hundred thousand. */
export function expectLinear(read: (text: string) => unknown, texts = TEXTS): void {
  for (const [name, text] of texts) {
    let cost = cpuOf(() => read(text));
    if (cost <= CHEAP) continue;
    const limit = CHEAP + 10 * hundredPasses('x'.repeat(LENGTH));
    // Again: at first it may have been put together, and others may have been in the way.
    for (let again = 0; cost > limit && again < 2; again++)
      cost = Math.min(
        cost,
        cpuOf(() => read(text)),
      );
    expect(cost, `µs for ${LENGTH} of ${name}`).toBeLessThan(limit);
  }
}
