import type { LoadedProvider } from '@/lib/providers/load';

/** Sends begun per connection: enough that none idles while results are written, few enough that a crash leaves little in doubt. */
const SENDS_PER_CONNECTION = 3;
const PRIORITIES = 4;

/** A place at a provider; whoever has it must leave it again. */
export type Place = { leave: () => void };
type Waiter = (place: Place | null) => void;

/** At most `size` messages at once; an urgent one waits for the next place, behind none that is less urgent. */
class Lane {
  private taken = 0;
  private readonly waiting: Waiter[][] = Array.from({ length: PRIORITIES }, () => []);

  constructor(readonly size: number) {}

  enter(priority: number): Promise<Place | null> | Place {
    if (this.taken < this.size) {
      this.taken++;
      return this.place();
    }
    return new Promise((resolve) => this.waiting[priority]!.push(resolve));
  }

  /** Nobody who waits is let in any more. */
  close(): void {
    for (const queue of this.waiting) for (const waiter of queue.splice(0)) waiter(null);
  }

  private place(): Place {
    let left = false;
    const leave = () => {
      if (left) return;
      left = true;
      const next = this.waiting.find((queue) => queue.length > 0)?.shift();
      if (next) next(this.place());
      else this.taken--;
    };
    return { leave };
  }
}

const lanes = new Map<string, Lane>();
let stopping = false;

/** Waits for a free place at the provider. Null: this process is about to stop, nothing new may begin. */
export async function enterLane(provider: LoadedProvider, priority: number): Promise<Place | null> {
  return stopping ? null : laneOf(provider).enter(priority);
}

/** What is being sent is finished; what waits for a place is given back. */
export function closeLanes(): void {
  stopping = true;
  for (const lane of lanes.values()) lane.close();
}

export function isStopping(): boolean {
  return stopping;
}

function laneOf({ row, adapter, config }: LoadedProvider): Lane {
  const size = adapter.concurrency(config) * SENDS_PER_CONNECTION;
  const known = lanes.get(row.id);
  if (known?.size === size) return known;
  const lane = new Lane(size);
  lanes.set(row.id, lane);
  return lane;
}
