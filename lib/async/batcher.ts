import { ownTurn } from './own-turn';

type Pending<In, Out> = { item: In; resolve: (out: Out) => void; reject: (error: unknown) => void };

export type BatcherOptions<In, Out> = {
  /** Results in the order of the items. */
  flush: (items: In[]) => Promise<Out[]>;
  /** How long the first item waits for company, where there has been any lately. */
  waitMs: number;
  maxItems: number;
  /** Batches under way at once. */
  concurrency: number;
  /** Cuts a batch before it grows beyond `maxWeight`; the weight is bytes, or 1. */
  weigh?: (item: In) => number;
  maxWeight?: number;
  /** A batch that weighs more begins in a turn of its own; several that begin together would hold everybody up. */
  heavy?: number;
};

/** Whoever comes after such a quiet time comes alone, as a rule. */
const QUIET_MS = 25;

/** Collects single items into batches: many statements become few, and each caller still waits for its own result. */
export class Batcher<In, Out> {
  private queue: Pending<In, Out>[] = [];
  private running = 0;
  private timer: NodeJS.Timeout | undefined;
  private startedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: BatcherOptions<In, Out>) {}

  add(item: In): Promise<Out> {
    return new Promise((resolve, reject) => {
      this.queue.push({ item, resolve, reject });
      if (this.queue.length >= this.options.maxItems) this.start();
      else if (this.isQuiet() && this.queue.length === 1) setImmediate(() => this.start());
      else this.timer ??= setTimeout(() => this.start(), this.options.waitMs);
    });
  }

  private isQuiet(): boolean {
    return this.running === 0 && performance.now() - this.startedAt > QUIET_MS;
  }

  private start(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.startedAt = performance.now();
    while (this.queue.length > 0 && this.running < this.options.concurrency) void this.run(this.take());
  }

  private take(): Pending<In, Out>[] {
    const { maxItems, maxWeight = Number.POSITIVE_INFINITY } = this.options;
    let count = 0;
    let weight = 0;
    while (count < Math.min(maxItems, this.queue.length)) {
      weight += this.weigh(this.queue[count]!);
      if (count > 0 && weight > maxWeight) break;
      count++;
    }
    return this.queue.splice(0, count);
  }

  private async run(batch: Pending<In, Out>[]): Promise<void> {
    this.running++;
    try {
      if (this.isHeavy(batch)) await ownTurn();
      await this.flush(batch);
    } finally {
      this.running--;
      if (this.queue.length > 0) this.start();
    }
  }

  private isHeavy(batch: Pending<In, Out>[]): boolean {
    const { heavy = Number.POSITIVE_INFINITY } = this.options;
    return batch.reduce((sum, pending) => sum + this.weigh(pending), 0) > heavy;
  }

  private weigh({ item }: Pending<In, Out>): number {
    return this.options.weigh?.(item) ?? 1;
  }

  /** One item that the database cannot take must not fail its neighbours: then each goes alone. */
  private async flush(batch: Pending<In, Out>[]): Promise<void> {
    try {
      const results = await this.options.flush(batch.map((pending) => pending.item));
      batch.forEach((pending, index) => {
        pending.resolve(results[index]!);
      });
    } catch (error) {
      if (batch.length > 1 && isDataError(error)) for (const pending of batch) await this.flush([pending]);
      else for (const pending of batch) pending.reject(error);
    }
  }
}

/** SQLSTATE classes 22 (data exception) and 23 (constraint). */
function isDataError(error: unknown): boolean {
  return /^2[23]/.test(String((error as { code?: unknown } | null)?.code ?? ''));
}
