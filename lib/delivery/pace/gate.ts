import { Arrivals, type Passage } from './arrivals';

export type GateState = {
  /** Sends at once; 0: the other workers have all connections, and whoever waits is turned away. */
  atOnce: number;
  /** Between two sends, at the least. */
  gapMs: number;
  /** None before, by the clock on the wall; infinite: whoever waits is turned away. */
  closedUntil: number;
  /** In any second, where that is to be counted. */
  most: number | null;
};

/** A timer that comes late by so much makes nobody late who comes after. */
const SLACK_MS = 10;

type Waiter = { at: number; priority: number; pass: () => void };

/**
 * The last step before a provider is asked. Whoever has a permit may have needed more or less time to get ready, and a moment in which
 * nothing moved lets many come at once: they go one by one here, each at its time or soon after. Where some arrive late at
 * the provider, as a connection had to be opened first, those behind them wait: else more would arrive in a second than were let pass.
 */
export class Gate {
  private state: GateState = { atOnce: Number.POSITIVE_INFINITY, gapMs: 0, closedUntil: 0, most: null };
  private readonly waiting: Waiter[] = [];
  private passed = 0;
  private nextAt = 0;
  private timer: NodeJS.Timeout | undefined;
  private readonly arrivals = new Arrivals();

  adjust(state: GateState): void {
    this.state = state;
    if (this.isShut()) for (const { pass } of this.waiting.splice(0)) pass();
    if (this.waiting.length > 0) this.advance();
  }

  /**
   * `at`: not before that time.
   * @returns what it has to be left with; null: turned away
   */
  enter(at: number, priority: number): Promise<Passage | null> {
    return new Promise((resolve) => {
      const behind = this.waiting.findIndex((other) => other.priority > priority);
      const pass = () => {
        const now = Date.now();
        if (this.isShut()) resolve(null);
        else resolve(this.state.most === null ? { passedAt: now } : this.arrivals.pass(now));
      };
      if (this.isShut()) return pass();
      this.waiting.splice(behind < 0 ? this.waiting.length : behind, 0, { at, priority, pass });
      this.advance();
    });
  }

  leave(passage: Passage): void {
    this.passed--;
    this.arrivals.answer(passage, Date.now());
    if (this.waiting.length > 0) this.advance();
  }

  private isShut(): boolean {
    return this.state.atOnce <= 0 || this.state.closedUntil === Number.POSITIVE_INFINITY;
  }

  private advance(): void {
    clearTimeout(this.timer);
    const { atOnce, gapMs, closedUntil, most } = this.state;
    while (this.waiting.length > 0 && this.passed < atOnce) {
      const [first] = this.waiting;
      const now = Date.now();
      const roomAt = most === null ? 0 : this.arrivals.roomAt(most, now);
      const waitMs = Math.max(first!.at, this.nextAt, closedUntil, roomAt) - now;
      if (waitMs > 0) {
        this.timer = setTimeout(() => this.advance(), waitMs);
        return;
      }
      this.waiting.shift();
      this.passed++;
      this.nextAt = Math.max(this.nextAt, now - SLACK_MS) + gapMs;
      first!.pass();
    }
  }
}
