import { takeSlots } from '@/lib/capacity/pace';
import { log } from '@/lib/log';
import { WINDOW_MS } from './arrivals';

/** Slots are taken for so long ahead, in short pieces, so that those of several workers lie between each other: what a process that dies had taken is lost. */
const SLICE_MS = 100;
/** One that nobody could use for so long is given up: those of other workers have begun. */
const LATE_MS = 250;
/** Just below the rate, as messages take different times on their way, and one too many in a second costs more than that. */
export const BELOW_RATE = 0.98;
const LONGEST_ASKING_MS = 1_000;
/** For so long those that are over are known. */
const KEPT_MS = 2_000;
/** Of a higher rate a few too many in a second are no matter. */
const COUNTED_UP_TO = 200;
/** Who has so many more slots than its share has them from others who do not use theirs. */
const MORE = 1.2;

export type Demand = { waiting: number; perSecond: number; withinMs: number };

/** The slots of a provider's pace that this process has in hand, spread inside the second for all workers together. */
export class TimeSlots {
  private times: number[] = [];
  private asking = false;
  private past: number[] = [];
  /** The last asking, which may be long where the database is busy: slots must last until the next answer. */
  private askedForMs = 0;

  /** `more`: there may be some now. `none`: the next one is too far off, or it is not known. */
  constructor(
    private readonly providerId: string,
    private readonly tell: { more: () => void; none: () => void },
  ) {}

  clear(): void {
    this.times = [];
  }

  /** The time of the first one; more of them are asked for before they are all used. `aheadMs`: so long before its time one is taken. */
  first(demand: Demand, aheadMs: number): number | undefined {
    const now = Date.now();
    while (this.times[0]! < now - LATE_MS) this.take();
    const last = this.times.at(-1) ?? now;
    if (demand.waiting > this.times.length && last < now + aheadMs + this.sliceMs()) this.ask(demand);
    return this.times[0];
  }

  take(): void {
    this.past.push(this.times.shift()!);
    while (this.past[0]! <= Date.now() - KEPT_MS) this.past.shift();
  }

  /**
   * How many messages of this process may arrive within `WINDOW_MS`: no more than it has slots, used or not, and while all workers use their
   * part its share of the rate alone, for some of theirs may be late.
   */
  most(share: number, now: number): number {
    const own = this.within(WINDOW_MS, now);
    const hasMore = this.within(KEPT_MS, now) > (KEPT_MS / 1000) * share * MORE;
    return hasMore ? Math.max(share, own - 1) : Math.min(own, share);
  }

  private within(ms: number, now: number): number {
    let count = 0;
    for (const at of this.past) if (at > now - ms && at <= now) count++;
    return count;
  }

  /** The first one to come of those that were taken. */
  nextAfter(now: number): number | undefined {
    return this.past.find((at) => at > now);
  }

  private sliceMs(): number {
    return SLICE_MS + 2 * Math.max(0, this.askedForMs - SLICE_MS / 2);
  }

  private ask({ waiting, perSecond, withinMs }: Demand): void {
    if (this.asking) return;
    this.asking = true;
    const below = perSecond * BELOW_RATE;
    const missing = waiting - this.times.length;
    const count = Math.min(missing, Math.max(1, Math.ceil((below * this.sliceMs()) / 1000)));
    const since = Date.now();
    takeSlots(this.providerId, { count, perSecond: below, withinMs }).then(
      (slots) => {
        this.asking = false;
        this.askedForMs = Math.min(Date.now() - since, LONGEST_ASKING_MS);
        if ('times' in slots) this.times.push(...slots.times);
        else this.tell.none();
        this.tell.more();
      },
      (error: unknown) => {
        this.asking = false;
        log.warn('no slots of a pace', { providerId: this.providerId, error });
        this.tell.none();
      },
    );
  }
}

/** Whether it is to be seen to that no second has one too many. */
export function isCounted(perSecond: number | null): boolean {
  return perSecond !== null && perSecond >= 1 && perSecond <= COUNTED_UP_TO;
}
