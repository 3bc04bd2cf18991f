import { remember } from '@/lib/async/memory';

/** More than anybody keeps in mind: then all are forgotten, and begin anew. */
const MOST_KEYS = 10_000;

/** So many of a kind within a time, for each process by itself: what it guards needs no exact count, only an end. */
export class Throttle {
  private counts = new Map<string, { count: number; until: number }>();

  constructor(private readonly options: { most: number; withinMs: number }) {
    remember(() => this.counts.clear());
  }

  /** False: it was one too many. */
  admit(key: string, now = Date.now()): boolean {
    const known = this.counts.get(key);
    if (known && known.until > now) return ++known.count <= this.options.most;
    if (this.counts.size >= MOST_KEYS) this.counts.clear();
    this.counts.set(key, { count: 1, until: now + this.options.withinMs });
    return true;
  }
}
