/** One send on its way to a provider, by the clock on the wall; `answeredAt`: when it was over. */
export type Passage = { passedAt: number; answeredAt?: number };

const WINDOW_MS = 1_000;
/** Clocks tell whole milliseconds. */
const MARGIN_MS = 5;
/** Beyond this it is no matter of getting there: a big message, a slow answer. */
const MOST_LATE_MS = 500;
const SMOOTHING = 0.1;
/** The quickest is forgotten as slowly, should all become slower. */
const FORGETTING = 0.01;
/** So much of what the usual one takes may be its way there; of slow answers the rest is what the provider does with them. */
const WAY_MS = 40;
/** Where the quickest takes hardly any time there is nothing long to be done with the others either: they were held up. */
const UNHURRIED = 3;

/** When sends arrive at a provider, as far as that can be told from when they were answered: one that was held up on the way is late by as much. */
export class Arrivals {
  private passages: Passage[] = [];
  /** From passing to the answer, lately. */
  private usualMs = 0;
  private leastMs = 0;
  private answers = 0;

  pass(now: number): Passage {
    const passage = { passedAt: now };
    this.passages.push(passage);
    return passage;
  }

  answer(passage: Passage, now: number): void {
    passage.answeredAt = now;
    const tookMs = now - passage.passedAt;
    const atMost = this.answers === 0 ? tookMs : Math.min(tookMs, this.usualMs + MOST_LATE_MS);
    // The first ones, for which a connection had to be opened, are soon outweighed.
    this.usualMs += Math.max(SMOOTHING, 1 / ++this.answers) * (atMost - this.usualMs);
    const least = this.answers === 1 ? tookMs : this.leastMs + FORGETTING * (this.usualMs - this.leastMs);
    this.leastMs = Math.min(tookMs, least);
  }

  /** From when on one more makes no more than `most` that may have arrived in any second; in the past: at once. */
  roomAt(most: number, now: number): number {
    const from = now - WINDOW_MS - MARGIN_MS;
    while (this.passages[0] && this.passages[0].passedAt + MOST_LATE_MS <= from) this.passages.shift();
    if (this.passages.length < most) return 0;
    const latest = this.passages.map((passage) => this.latest(passage, now)).toSorted((a, b) => a - b);
    return latest[latest.length - most]! + WINDOW_MS + MARGIN_MS;
  }

  /** When it arrived at the latest, had the way taken no time. Of the first ones nobody knows yet how much of the time they took was the way. */
  private latest({ passedAt, answeredAt }: Passage, now: number): number {
    const lateMs = (answeredAt ?? now) - passedAt - this.unhurriedMs();
    return passedAt + Math.min(Math.max(0, lateMs), MOST_LATE_MS);
  }

  /** What one takes beyond this it may have been held up for. The quickest one may have been as long on its way as any that was as quick. */
  private unhurriedMs(): number {
    return Math.max(this.leastMs, Math.min(this.usualMs - WAY_MS, UNHURRIED * this.leastMs));
  }
}
