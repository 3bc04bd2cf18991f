import { takeSlots } from '@/lib/capacity/pace';
import { ownShare, workerCount } from '@/lib/capacity/shares';
import { log } from '@/lib/log';

/** Slots are taken for so long ahead: what a process that dies had taken is lost. */
const SLICE_MS = 250;
/** One that nobody could use for so long is given up: those of other workers have begun. */
const LATE_MS = SLICE_MS;
/** Just below the rate, as messages take different times on their way, and one too many in a second costs more than that. */
export const BELOW_RATE = 0.98;
/** Whoever took so many and saw nobody between them is alone for the moment; before, those who began together do not know of each other. */
const TELLING_SLICES = 3;
/** For so long is remembered what other workers took. */
const OTHERS_MS = 2_000;

/** Other workers that use no more of a pace than this leave the rest to us. */
const FEW = 0.1;
/** Of a higher rate a few too many in a second are no matter. */
const COUNTED_UP_TO = 200;
export type Demand = { waiting: number; perSecond: number; withinMs: number };

/** The slots of a provider's pace that this process has in hand, spread inside the second for all workers together. */
export class TimeSlots {
  private times: number[] = [];
  private asking = false;
  private endsAt = 0;
  private slices = 0;
  private others: { at: number; count: number }[] = [];

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
    while (this.times[0]! < now - LATE_MS) this.times.shift();
    const last = this.times.at(-1) ?? now;
    if (demand.waiting > this.times.length && last < now + aheadMs + SLICE_MS) this.ask(demand);
    return this.times[0];
  }

  take(): void {
    this.times.shift();
  }

  /** How many other workers take, as far as that was seen between ours. */
  othersPerSecond(): number {
    const from = Date.now() - OTHERS_MS;
    while (this.others[0] && this.others[0].at < from) this.others.shift();
    return this.others.reduce((sum, { count }) => sum + count, 0) / (OTHERS_MS / 1000);
  }

  /** Of this process: its part of the rate while others use it too. Those who have just started may not be counted yet. */
  mostInASecond(perSecond: number | null): number | null {
    if (perSecond === null || perSecond < 1 || perSecond > COUNTED_UP_TO) return null;
    // Slots keep the rate; so many may lie within a second of them.
    const most = Math.ceil(perSecond);
    const isAlone = workerCount() === 1;
    const others = this.othersPerSecond();
    if (others < most * FEW && (isAlone || this.slices >= TELLING_SLICES)) return most - Math.ceil(others);
    return isAlone ? Math.ceil(most / 2) : Math.max(1, ownShare(most));
  }

  private ask({ waiting, perSecond, withinMs }: Demand): void {
    if (this.asking) return;
    this.asking = true;
    const below = perSecond * BELOW_RATE;
    const missing = waiting - this.times.length;
    const count = Math.min(missing, Math.max(1, Math.ceil((below * SLICE_MS) / 1000)));
    takeSlots(this.providerId, { count, perSecond: below, withinMs }).then(
      (slots) => {
        this.asking = false;
        if ('times' in slots) this.keep(slots.times, 1000 / below);
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

  /** They follow on the last ones, or begin now: else somebody took those in between. */
  private keep(times: number[], stepMs: number): void {
    const now = Date.now();
    this.slices++;
    const count = Math.round((times[0]! - Math.max(this.endsAt, now)) / stepMs);
    if (count > 0) this.others.push({ at: now, count });
    this.endsAt = times.at(-1)! + stepMs;
    this.times.push(...times);
  }
}
