import { remember } from './memory';

/** From then on what is known is read anew while it still serves: whoever asks often never waits for the reading. */
const REFRESH_AT = 0.7;

type Entry<T, Of> = { of: Of; value: Promise<T>; readAt: number };

/** What was read is known for `maxAgeMs`, counted from when the reading began, and as long as it is read of the same thing (`of`). */
export class CachedFor<T, Of = undefined> {
  private known: Entry<T, Of> | undefined;
  private next: Entry<T, Of> | undefined;

  constructor(
    private readonly maxAgeMs: number,
    private readonly read: (of: Of) => Promise<T>,
  ) {
    remember(() => this.forget());
  }

  get(of: Of): Promise<T> {
    const { known, next } = this;
    if (!known || known.of !== of || ageOf(known) >= this.maxAgeMs) return this.readNow(of).value;
    if (ageOf(known) >= this.maxAgeMs * REFRESH_AT && (!next || next.of !== of)) this.refresh(of);
    return known.value;
  }

  /** What is known is not true any more; with `olderThanMs` only where it was read so long ago. */
  forget(olderThanMs?: number): void {
    if (olderThanMs !== undefined && this.known && ageOf(this.known) < olderThanMs) return;
    this.known = undefined;
    this.next = undefined;
  }

  private readNow(of: Of): Entry<T, Of> {
    const { next } = this;
    const entry = next && next.of === of && ageOf(next) < this.maxAgeMs ? next : this.begin(of);
    this.known = entry;
    this.next = undefined;
    entry.value.catch(() => {
      if (this.known === entry) this.known = undefined;
    });
    return entry;
  }

  private refresh(of: Of): void {
    const entry = this.begin(of);
    this.next = entry;
    entry.value.then(
      () => {
        if (this.next !== entry) return;
        this.known = entry;
        this.next = undefined;
      },
      // Whoever asks when what is known is too old is told.
      () => {
        if (this.next === entry) this.next = undefined;
      },
    );
  }

  private begin(of: Of): Entry<T, Of> {
    return { of, value: this.read(of), readAt: performance.now() };
  }
}

function ageOf({ readAt }: { readAt: number }): number {
  return performance.now() - readAt;
}
