const SECOND_MS = 1_000;

/** A provider's limit, kept strictly: at most so many in any second, wherever it begins, and none is let through for having waited. */
export class RateGate {
  /** By the clock of `performance`. */
  readonly acceptedAt: number[] = [];
  readonly refusedAt: number[] = [];

  constructor(readonly perSecond: number) {}

  /** One more. @returns 0 when it was let through, else how many milliseconds later one would be */
  ask(): number {
    const now = performance.now();
    const earlier = this.acceptedAt.at(-this.perSecond);
    const waitMs = earlier === undefined ? 0 : Math.max(0, earlier + SECOND_MS - now);
    if (waitMs > 0) this.refusedAt.push(now);
    else this.acceptedAt.push(now);
    return waitMs;
  }
}

/** The most that came within any second. `times` in their order. */
export function mostInASecond(times: number[]): number {
  let most = 0;
  let first = 0;
  for (const [last, time] of times.entries()) {
    while (time - times[first]! >= SECOND_MS) first++;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
