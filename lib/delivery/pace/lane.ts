import { workerCount } from '@/lib/capacity/shares';
import type { Passage } from './arrivals';
import { Gate } from './gate';
import { Speedometer } from './speedometer';
import { BELOW_RATE, TimeSlots } from './time-slots';

const PRIORITIES = 4;
/** What would wait for longer is not kept in hand: others behind it must pass, and another worker may be free. */
export const HOLD_MS = 3_000;
/** Who waits behind sends of which none ends goes into the line after this: meanwhile a job is held, and other providers' messages wait for one. */
const STUCK_MS = 500;
/** A permit is given so long before its slot: the attempt is written meanwhile. */
const LEAD_MS = 50;
/** A message gets ready in a tenth of a second, the attempt written and the content read, also where the machine is busy. */
const READY_SECONDS = 0.1;
const FEWEST_READY = 2;
/** Those who are late catch up no faster. */
const GAP = 0.99;

/** A permit at a provider; whoever has it must leave it again. */
export type SendPermit = {
  /** When it was given, then when it passed the gate; by the clock of `performance`. */
  since: number;
  /** Resolves when it may be sent; false: not now, as the provider asked for a long pause or this process is about to stop. */
  go: () => Promise<boolean>;
  leave: (accepted?: boolean) => void;
};
type Entry = SendPermit | 'later' | null;
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

/** The way to one provider: at most `size` messages at once and in its pace; an urgent one waits for the next permit, behind none that is less urgent. */
export class Lane {
  private taken = 0;
  private readonly waiting: Waiter[][] = Array.from({ length: PRIORITIES }, () => []);
  private state: LaneState = { size: 0, sends: 0, perSecond: null, pausedUntil: null, inLine: 0 };
  private timer: NodeJS.Timeout | undefined;
  private heldUntil = 0;
  private isClosed = false;
  private readonly speedometer = new Speedometer();
  private readonly gate = new Gate();
  private readonly slots: TimeSlots;

  constructor(providerId: string) {
    this.slots = new TimeSlots(providerId, {
      more: () => {
        // Others may have been seen.
        this.adjust(this.state);
        this.advance();
      },
      none: () => this.turnAway('later'),
    });
  }

  adjust(state: LaneState): void {
    const before = this.state;
    this.state = state;
    if (state.perSecond === null || this.pauseMs() > 0) this.slots.clear();
    this.gate.adjust({
      atOnce: state.sends,
      gapMs: state.perSecond === null ? 0 : (GAP * 1000) / (BELOW_RATE * state.perSecond),
      closedUntil:
        this.isClosed || this.pauseMs() > HOLD_MS ? Number.POSITIVE_INFINITY : Date.now() + this.pauseMs(),
      most: this.slots.mostInASecond(state.perSecond),
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
    if (this.waitingCount() === 0 && this.isFree() && this.isUnpaced()) return this.permit(priority, 0);
    const ahead = this.waiting.slice(0, priority + 1).reduce((sum, queue) => sum + queue.length, 0);
    if (this.waitMs(ahead) > HOLD_MS) return 'later';
    return new Promise((admit) => {
      this.waiting[priority]!.push({ admit, since: Date.now() });
      this.advance();
    });
  }

  /** Nobody who waits is let in any more, and nobody goes who has not gone. */
  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
    this.turnAway(null);
    this.adjust(this.state);
  }

  /** How many more would get a permit soon. */
  room(): number {
    if (this.state.size === 0 || this.pauseMs() > HOLD_MS) return 0;
    const perSecond = this.ownPerSecond();
    const soon = perSecond === null ? 2 * this.state.size : Math.ceil((perSecond * HOLD_MS) / 2_000);
    return Math.max(0, Math.max(1, soon) - this.waitingCount());
  }

  speed(): { begun: number; accepted: number } {
    return this.speedometer.lastSecond();
  }

  private permit(priority: number, at: number): SendPermit {
    this.taken++;
    let passage: Passage | null = null;
    let left = false;
    const go = async () => {
      passage = await this.gate.enter(at, priority);
      if (!passage) return false;
      permit.since = performance.now();
      this.speedometer.note('begun');
      return true;
    };
    const leave = (accepted = false) => {
      if (left) return;
      left = true;
      this.taken--;
      if (passage) {
        this.gate.leave(passage);
        this.speedometer.note('ended');
      }
      if (accepted) this.speedometer.note('accepted');
      if (this.waitingCount() > 0) this.advance();
    };
    const permit = { since: performance.now(), go, leave };
    return permit;
  }

  /** Lets in who has a permit and, where there is a pace, a slot; sees to it that it is called again for the others. */
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
      this.waiting[priority]!.shift()!.admit(this.permit(priority, at));
    }
    // A permit may be a long time coming.
    if (this.waitingCount() > 0) this.again(STUCK_MS / 2);
  }

  /** In 0 ms: one may have its permit now, and its slot is taken. */
  private nextSlot(): { inMs: number; at: number } {
    const now = Date.now();
    if (this.pauseMs() > 0) return { inMs: this.pauseMs(), at: 0 };
    if (this.isUnpaced()) return { inMs: 0, at: now };
    const demand = { waiting: this.waitingCount(), perSecond: this.state.perSecond!, withinMs: HOLD_MS };
    const at = this.slots.first(demand, LEAD_MS);
    if (at === undefined) return { inMs: HOLD_MS, at: 0 };
    const inMs = Math.max(0, at - LEAD_MS - now);
    if (inMs === 0) this.slots.take();
    return { inMs, at };
  }

  private again(inMs: number): void {
    this.timer = setTimeout(() => this.advance(), Math.min(inMs, HOLD_MS / 2));
  }

  private turnAway(entry: 'later' | null): void {
    for (const queue of this.waiting) for (const { admit } of queue.splice(0)) admit(entry);
  }

  /** It went more slowly than it looked. */
  private turnAwayLate(): void {
    const isStuck = this.isUnpaced() && !this.isFree() && this.speedometer.isStuck(STUCK_MS);
    const before = Date.now() - (isStuck ? STUCK_MS : 2 * HOLD_MS);
    for (const queue of this.waiting)
      while (queue[0] && queue[0].since < before) queue.shift()!.admit('later');
  }

  private waitingCount(): number {
    let count = 0;
    for (const queue of this.waiting) count += queue.length;
    return count;
  }

  /**
   * Who has a permit is begun, and in doubt should this process be killed: besides those who go there are no more than the provider takes while
   * one gets ready.
   */
  private isFree(): boolean {
    const { size, sends } = this.state;
    if (this.taken < sends || this.taken >= size) return this.taken < size;
    const seen = this.speedometer.endedPerSecond();
    return seen === null || this.taken < sends + Math.max(FEWEST_READY, Math.ceil(seen * READY_SECONDS));
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
    // While permits are free the provider could do more than it was seen to.
    const seen = this.isFree() ? null : this.speedometer.endedPerSecond();
    if (paced === null || seen === null) return paced ?? seen;
    return Math.min(paced, seen);
  }
}
