const BUCKET_MS = 100;
const SECOND_MS = 1_000;
const LATELY_MS = 3_000;
/** A moment in which nothing moves, for whatever reason, must not look like a slow provider. */
const KEPT_MS = 10_000;
const TELLS_AFTER_MS = 2_000;

type Kind = 'begun' | 'accepted' | 'ended';
type Bucket = { at: number } & Record<Kind, number>;

/** How fast a provider has been lately. */
export class Speedometer {
  private buckets: Bucket[] = [];
  /** Since when something has been under way without a pause. */
  private busySince = 0;
  private underWay = 0;

  note(kind: Kind): void {
    const now = Date.now();
    if (kind === 'begun' && this.underWay++ === 0) this.busySince = now;
    if (kind === 'ended') this.underWay--;
    const at = now - (now % BUCKET_MS);
    let last = this.buckets.at(-1);
    if (last?.at !== at) {
      last = { at, begun: 0, accepted: 0, ended: 0 };
      this.buckets.push(last);
      if (this.buckets[0]!.at < now - KEPT_MS) this.buckets.shift();
    }
    last[kind]++;
  }

  /** Begun in the last second, and the most that was accepted in any second lately: after a pause the last one tells little. */
  lastSecond(): { begun: number; accepted: number } {
    return { begun: this.sum('begun', SECOND_MS), accepted: this.mostAccepted() };
  }

  /** Null: too short a time to tell. */
  endedPerSecond(): number | null {
    const busyMs = Date.now() - this.busySince;
    if (this.underWay === 0 || busyMs < TELLS_AFTER_MS) return null;
    const seenMs = Math.min(busyMs, KEPT_MS);
    return Math.max(this.sum('ended', seenMs), 0.5) / (seenMs / 1000);
  }

  /** Something is under way, and for so long nothing has ended. */
  isStuck(forMs: number): boolean {
    return this.underWay > 0 && Date.now() - this.busySince > forMs && this.sum('ended', forMs) === 0;
  }

  private mostAccepted(): number {
    const lately = this.buckets.filter(({ at }) => at > Date.now() - LATELY_MS);
    const from = (first: Bucket) =>
      lately.reduce(
        (sum, { at, accepted }) => (at >= first.at && at < first.at + SECOND_MS ? sum + accepted : sum),
        0,
      );
    return Math.max(0, ...lately.map(from));
  }

  private sum(kind: Kind, withinMs: number): number {
    const since = Date.now() - withinMs;
    return this.buckets.reduce((sum, bucket) => (bucket.at > since ? sum + bucket[kind] : sum), 0);
  }
}
