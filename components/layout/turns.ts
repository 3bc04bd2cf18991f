/** `most` at once, and one more each `everyMs`: what happens rarely is shown at once, and a flood costs no more than asking by the clock. */
export class Turns {
  private left: number;
  private since: number;

  constructor(
    private readonly most: number,
    private readonly everyMs: number,
    private readonly now: () => number = Date.now,
  ) {
    this.left = most;
    this.since = now();
  }

  /** Takes one. @returns 0, or after how many milliseconds there is one */
  take(): number {
    const earned = Math.floor((this.now() - this.since) / this.everyMs);
    if (this.left + earned >= this.most) this.since = this.now();
    else this.since += earned * this.everyMs;
    this.left = Math.min(this.most, this.left + earned);
    if (this.left === 0) return this.since + this.everyMs - this.now();
    this.left--;
    return 0;
  }
}
