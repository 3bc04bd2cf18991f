import { sleep } from '@/lib/async/abort';
import { log } from '@/lib/log';
import { type Claimed, claimDue, deliver, SLOTS } from './deliver';
import { spreadAll } from './spread';

const EVERY_MS = 1_000;
/** One that has much to be told gets the next as soon as there is a slot, with those that end at the same moment. */
const NEXT_MS = 10;

/** Tells webhooks what happened, until stopped. Beside delivery, and each webhook beside the others. */
export class WebhookPump {
  private readonly stopping = new AbortController();
  private readonly busy = new Map<string, number>();
  private readonly underWay = new Set<Promise<void>>();
  private readonly done: Promise<void>;
  /** Aborts when there is room for more of a webhook that had as many as it may. */
  private room = new AbortController();

  constructor() {
    this.done = this.run();
  }

  /** What is under way is cut off: it comes to its receiver once more, by its own id. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.done;
    await Promise.all(this.underWay);
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await spreadAll();
        this.room = new AbortController();
        for (const claimed of await claimDue(this.busy)) this.begin(claimed);
      } catch (error) {
        log.warn('webhooks wait', { error });
      }
      await sleep(EVERY_MS, AbortSignal.any([signal, this.room.signal]));
      await sleep(NEXT_MS, signal);
    }
  }

  private begin(claimed: Claimed): void {
    const { webhookId, id } = claimed;
    this.busy.set(webhookId, (this.busy.get(webhookId) ?? 0) + 1);
    const work = this.deliverOn(claimed)
      .catch((error: unknown) => log.warn('a delivery to a webhook waits', { webhookId, id, error }))
      .finally(() => {
        this.underWay.delete(work);
        const left = (this.busy.get(webhookId) ?? 1) - 1;
        if (left === SLOTS - 1) this.room.abort();
        if (left > 0) this.busy.set(webhookId, left);
        else this.busy.delete(webhookId);
      });
    this.underWay.add(work);
  }

  private async deliverOn(claimed: Claimed): Promise<void> {
    await deliver(claimed, this.stopping.signal);
  }
}
