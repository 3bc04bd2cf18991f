import { log } from '@/lib/log';
import { takeSlots } from '@/lib/providers/pace';
import { workerCount } from '@/lib/providers/shares';
import { Speedometer } from './speedometer';

const PRIORITIES = 4;
/** What would wait for longer is not kept in hand: others behind it must pass, and another worker may be free. */
export const HOLD_MS = 3_000;
/** Slots of the pace are taken for so long ahead: what a process that dies had taken is lost. */
const SLICE_MS = 250;

/** A place at a provider; whoever has it must leave it again. `since`: by the clock of `performance`. */
export type Place = { since: number; leave: (accepted?: boolean) => void };
type Entry = Place | 'later' | null;
type Waiter = { admit: (entry: Entry) => void; since: number };

export type LaneState = {
  /** Messages at once, of this process. */
  size: number;
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
  private state: LaneState = { size: 0, perSecond: null, pausedUntil: null, inLine: 0 };
  private slots: number[] = [];
  private timer: NodeJS.Timeout | undefined;
  private asking = false;
  private readonly speedometer = new Speedometer();

  constructor(private readonly providerId: string) {}

  adjust(state: LaneState): void {
    const before = this.state;
    this.state = state;
    if (state.perSecond === null || this.pauseMs() > 0) this.slots = [];
    const hasChanged =
      state.size !== before.size ||
      state.perSecond !== before.perSecond ||
      state.pausedUntil?.getTime() !== before.pausedUntil?.getTime();
    if (hasChanged && this.waitingCount() > 0) this.advance();
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
    if (this.waitingCount() === 0 && this.isFree() && this.isUnpaced()) return this.place();
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

  private place(): Place {
    this.taken++;
    this.speedometer.note('begun');
    let left = false;
    const leave = (accepted = false) => {
      if (left) return;
      left = true;
      this.taken--;
      this.speedometer.note('ended');
      if (accepted) this.speedometer.note('accepted');
      if (this.waitingCount() > 0) this.advance();
    };
    return { since: performance.now(), leave };
  }

  /** Lets in who has a place and, where there is a pace, a slot; sees to it that it is called again for the others. */
  private advance(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.turnAwayLate();
    while (this.waitingCount() > 0 && this.isFree()) {
      const inMs = this.nextSlotInMs();
      if (inMs > 0) {
        this.again(inMs);
        return;
      }
      const queue = this.waiting.find((each) => each.length > 0)!;
      queue.shift()!.admit(this.place());
    }
    // A place may be a long time coming.
    if (this.waitingCount() > 0) this.again(HOLD_MS / 2);
  }

  /** 0: one may go now, and its slot is taken. */
  private nextSlotInMs(): number {
    if (this.pauseMs() > 0) return this.pauseMs();
    if (this.isUnpaced()) return 0;
    // One that passed long ago, while no place was free, would make a burst.
    while (this.slots[0]! < Date.now() - SLICE_MS) this.slots.shift();
    const [slot] = this.slots;
    if (slot === undefined) {
      this.askForSlots();
      return HOLD_MS;
    }
    const inMs = slot - Date.now();
    if (inMs <= 0) this.slots.shift();
    return Math.max(0, inMs);
  }

  private again(inMs: number): void {
    this.timer = setTimeout(() => this.advance(), Math.min(inMs, HOLD_MS / 2));
  }

  private askForSlots(): void {
    if (this.asking) return;
    this.asking = true;
    const perSecond = this.state.perSecond!;
    const count = Math.min(this.waitingCount(), Math.max(1, Math.ceil((perSecond * SLICE_MS) / 1000)));
    takeSlots(this.providerId, { count, perSecond, withinMs: HOLD_MS }).then(
      (slots) => {
        this.asking = false;
        if ('times' in slots) this.slots.push(...slots.times);
        else this.turnAway('later');
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
    return this.state.pausedUntil ? this.state.pausedUntil.getTime() - Date.now() : 0;
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
