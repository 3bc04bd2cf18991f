/** When a send passed the gate, and when it was over. */
export type Passage = { passedAt: number; answeredAt: number };

/** What the distance to the rate makes good. */
const TOLERATED_MS = 10;
/** Beyond this it is no matter of getting there: a big message, a slow answer. */
const MOST_MS = 500;
const WINDOW_MS = 1_000;
/** Clocks tell whole milliseconds. */
const MARGIN_MS = 5;
const SLOWER_BY_MS = 0.2;
const SMOOTHING = 0.1;
/** Twice what is under way as a rule, and some. */
const AT_LEAST_AT_ONCE = 2;
const TIMES_USUAL = 2;

/** How sends arrive at a provider, as far as that can be told from when they were answered. */
export class Arrivals {
  /** From passing to the answer, where nothing delayed it; a provider that has become slower is found out bit by bit. */
  private quickestMs = Number.POSITIVE_INFINITY;
  private usualMs: number | null = null;
  private heldBackMs = 0;
  private heldBackAt = 0;
  /** Of those that may have arrived within the last second. */
  private answeredAt: number[] = [];

  /**
   * Whoever was held up on the way, as a connection had to be opened first, arrives together with those behind it.
   * @returns by how many milliseconds more those who have not gone yet are to be held back, so that no more arrive in a second than passed in one
   */
  note({ passedAt, answeredAt }: Passage): number {
    const tookMs = answeredAt - passedAt;
    this.quickestMs = Math.min(tookMs, this.quickestMs + SLOWER_BY_MS);
    this.usualMs = this.usualMs === null ? tookMs : this.usualMs + SMOOTHING * (tookMs - this.usualMs);
    this.answeredAt.push(answeredAt);
    const heldUpMs = Math.min(tookMs - this.quickestMs - TOLERATED_MS, MOST_MS);
    const alreadyMs = answeredAt - this.heldBackAt < WINDOW_MS ? this.heldBackMs : 0;
    if (heldUpMs <= alreadyMs) return 0;
    this.heldBackMs = heldUpMs;
    this.heldBackAt = answeredAt;
    return heldUpMs - alreadyMs;
  }

  /** From when on one more makes no more than `most` in a second, whenever those `underWay` arrive; infinite: not before one of these has. */
  roomAt(most: number, underWay: number, now: number): number {
    // Of the first ones nobody knows yet how much of the time they took was the way.
    const countsForMs = WINDOW_MS + MARGIN_MS - this.quickestMs;
    while (this.answeredAt[0]! <= now - countsForMs) this.answeredAt.shift();
    const tooMany = this.answeredAt.length + underWay + 1 - most;
    if (tooMany <= 0) return 0;
    const first = this.answeredAt[tooMany - 1];
    return first === undefined ? Number.POSITIVE_INFINITY : first + countsForMs;
  }

  /** How many may be under way at once where one goes every `gapMs`: those that are held up on the way arrive together. */
  atOnce(gapMs: number): number {
    return AT_LEAST_AT_ONCE + Math.ceil((TIMES_USUAL * (this.usualMs ?? 0)) / gapMs);
  }
}
