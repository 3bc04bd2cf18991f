import { log } from '@/lib/log';
import { takeSlots } from '@/lib/providers/pace';
import { workerCount } from '@/lib/providers/shares';
import { Gate } from './gate';

import { Speedometer } from './speedometer';

const PRIORITIES = 4;
/** What would wait for longer is not kept in hand: others behind it must pass, and another worker may be free. */
export const HOLD_MS = 3_000;
/** Slots of the pace are taken for so long ahead: what a process that dies had taken is lost. */
const SLICE_MS = 250;
/** A place is given so long before its slot: the attempt is written meanwhile. */
const LEAD_MS = 50;
/** A slot that nobody could use for so long is given up: those of other workers have begun. */
const LATE_MS = SLICE_MS;
/** Just below the rate, as messages take different times on their way, and one too many in a second costs more than that. */
const BELOW_RATE = 0.98;
/** Those who are late catch up no faster. */
const GAP = 0.99;

/** A place at a provider; whoever has it must leave it again. */
export type Place = {
  /** By the clock of `performance`. */
  since: number;
  /** Resolves when it may be sent. */
  go: () => Promise<void>;
  leave: (accepted?: boolean) => void;
};
type Entry = Place | 'later' | null;
type Waiter = { admit: (entry: Entry) => void; since: number };

export type LaneState = {
  /** Messages at once, of this process. */
  size: number;
  /** Of these, so many may be sent at once. */
  sends: number;
  /** Of all workers together; null: as fast as it answers. */
  perSecond: number | null;
  pausedUntil: Date | null;
  /** Messages in front of the provider that no process has in hand. */
  inLine: number;
};

/** The way to one provider: at most `size` messages at once and in its pace; an urgent one waits for the next place, behind none that is less urgent. */
export class Lane {
  private taken = 0;
  private readonly waiting: Waiter[][] = Array.from({ length: PRIORITIES }, () => []);
  private state: LaneState = { size: 0, sends: 0, perSecond: null, pausedUntil: null, inLine: 0 };
  private slots: number[] = [];
  private timer: NodeJS.Timeout | undefined;
  private asking = false;
  private heldUntil = 0;
  private readonly speedometer = new Speedometer();
  private readonly gate = new Gate();

  constructor(private readonly providerId: string) {}

  adjust(state: LaneState): void {
    const before = this.state;
    this.state = state;
    if (state.perSecond === null || this.pauseMs() > 0) this.slots = [];
    this.gate.adjust({
      atOnce: state.sends,
      gapMs: state.perSecond === null ? 0 : (GAP * 1000) / (BELOW_RATE * state.perSecond),
      // Whoever is ready to go does not wait for longer: its attempt is written.
      closedUntil: this.pauseMs() <= HOLD_MS ? Date.now() + this.pauseMs() : 0,
      most:
        state.perSecond !== null && state.perSecond >= 1 && workerCount() === 1
          ? Math.floor(state.perSecond)
          : null,
    });
    const hasChanged =
      state.size !== before.size ||
      state.perSecond !== before.perSecond ||
      state.pausedUntil?.getTime() !== before.pausedUntil?.getTime();
    if (hasChanged && this.waitingCount() > 0) this.advance();
  }

  /** At once, before what a refusal teaches is known to all. */
  hold(ms: number): void {
    this.heldUntil = Date.now() + Math.min(ms, HOLD_MS);
    this.adjust(this.state);
  }

  /**
   * Others wait already, and whoever comes anew goes behind them. A provider without a pace empties a short line in no time: there it is
   * not worth the writing.
   */
  get hasLine(): boolean {
    const { inLine } = this.state;
    return inLine > 0 && (!this.isUnpaced() || this.waitMs(this.waitingCount() + inLine) > HOLD_MS);
  }

  enter(priority: number): Promise<Entry> | Entry {
    if (this.waitingCount() === 0 && this.isFree() && this.isUnpaced()) return this.place(priority, 0);
    const ahead = this.waiting.slice(0, priority + 1).reduce((sum, queue) => sum + queue.length, 0);
    if (this.waitMs(ahead) > HOLD_MS) return 'later';
    return new Promise((admit) => {
      this.waiting[priority]!.push({ admit, since: Date.now() });
      this.advance();
    });
  }

  /** Nobody who waits is let in any more. */
  close(): void {
    clearTimeout(this.timer);
    this.turnAway(null);
  }

  /** How many more would get a place soon. */
  room(): number {
    if (this.state.size === 0 || this.pauseMs() > HOLD_MS) return 0;
    const perSecond = this.ownPerSecond();
    const soon = perSecond === null ? 2 * this.state.size : Math.ceil((perSecond * HOLD_MS) / 2_000);
    return Math.max(0, Math.max(1, soon) - this.waitingCount());
  }

  speed(): { begun: number; accepted: number } {
    return this.speedometer.lastSecond();
  }

  private place(priority: number, at: number): Place {
    this.taken++;
    let passedAt: number | undefined;
    let left = false;
    const go = async () => {
      passedAt = await this.gate.enter(at, priority);
      this.speedometer.note('begun');
    };
    const leave = (accepted = false) => {
      if (left) return;
      left = true;
      this.taken--;
      if (passedAt !== undefined) {
        this.gate.leave(passedAt);
        this.speedometer.note('ended');
      }
      if (accepted) this.speedometer.note('accepted');
      if (this.waitingCount() > 0) this.advance();
    };
    return { since: performance.now(), go, leave };
  }

  /** Lets in who has a place and, where there is a pace, a slot; sees to it that it is called again for the others. */
  private advance(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.turnAwayLate();
    while (this.waitingCount() > 0 && this.isFree()) {
      const { inMs, at } = this.nextSlot();
      if (inMs > 0) {
        this.again(inMs);
        return;
      }
      const priority = this.waiting.findIndex((each) => each.length > 0);
      this.waiting[priority]!.shift()!.admit(this.place(priority, at));
    }
    // A place may be a long time coming.
    if (this.waitingCount() > 0) this.again(HOLD_MS / 2);
  }

  /** In 0 ms: one may have its place now, and its slot is taken. */
  private nextSlot(): { inMs: number; at: number } {
    const now = Date.now();
    if (this.pauseMs() > 0) return { inMs: this.pauseMs(), at: 0 };
    if (this.isUnpaced()) return { inMs: 0, at: now };
    while (this.slots[0]! < now - LATE_MS) this.slots.shift();
    const last = this.slots.at(-1) ?? now;
    if (this.waitingCount() > this.slots.length && last < now + LEAD_MS + SLICE_MS) this.askForSlots();
    const [at] = this.slots;
    if (at === undefined) return { inMs: HOLD_MS, at: 0 };
    const inMs = Math.max(0, at - LEAD_MS - now);
    if (inMs === 0) this.slots.shift();
    return { inMs, at };
  }

  private again(inMs: number): void {
    this.timer = setTimeout(() => this.advance(), Math.min(inMs, HOLD_MS / 2));
  }

  private askForSlots(): void {
    if (this.asking) return;
    this.asking = true;
    const perSecond = this.state.perSecond! * BELOW_RATE;
    const waiting = this.waitingCount() - this.slots.length;
    const count = Math.min(waiting, Math.max(1, Math.ceil((perSecond * SLICE_MS) / 1000)));
    takeSlots(this.providerId, { count, perSecond, withinMs: HOLD_MS }).then(
      (slots) => {
        this.asking = false;
        if (!('times' in slots)) this.turnAway('later');
        else if (this.pauseMs() <= 0) this.slots.push(...slots.times);
        this.advance();
      },
      (error: unknown) => {
        this.asking = false;
        log.warn('no slots of a pace', { providerId: this.providerId, error });
        this.turnAway('later');
      },
    );
  }

  private turnAway(entry: 'later' | null): void {
    for (const queue of this.waiting) for (const { admit } of queue.splice(0)) admit(entry);
  }

  /** It went more slowly than it looked. */
  private turnAwayLate(): void {
    const before = Date.now() - 2 * HOLD_MS;
    for (const queue of this.waiting)
      while (queue[0] && queue[0].since < before) queue.shift()!.admit('later');
  }

  private waitingCount(): number {
    let count = 0;
    for (const queue of this.waiting) count += queue.length;
    return count;
  }

  private isFree(): boolean {
    return this.taken < this.state.size;
  }

  private isUnpaced(): boolean {
    return this.state.perSecond === null && this.pauseMs() <= 0;
  }

  private pauseMs(): number {
    return Math.max(this.heldUntil, this.state.pausedUntil?.getTime() ?? 0) - Date.now();
  }

  /** How long the last of so many that wait would, as far as can be told. */
  private waitMs(ahead: number): number {
    if (this.state.size === 0) return Number.POSITIVE_INFINITY;
    const perSecond = this.ownPerSecond();
    const lineMs = perSecond === null ? 0 : (ahead / perSecond) * 1000;
    return Math.max(0, this.pauseMs()) + lineMs;
  }

  /** Of this process: its part of the pace, and what the provider was seen to do. Null: not seen yet. */
  private ownPerSecond(): number | null {
    const { perSecond } = this.state;
    const paced = perSecond === null ? null : perSecond / workerCount();
    // While places are free the provider could do more than it was seen to.
    const seen = this.isFree() ? null : this.speedometer.endedPerSecond();
    if (paced === null || seen === null) return paced ?? seen;
    return Math.min(paced, seen);
  }
}
