import type { QueryClient } from '@tanstack/react-query';
import { paths } from '@/lib/paths';
import { affectedBy } from './affected';
import { nounKey } from './noun-key';
import { Turns } from './turns';

/** What is announced together is read once. */
const GATHER_MS = 200;
/** What happens now and then is seen at once; where mail flows all the time, as often as by the clock. */
const AT_ONCE = 2;
const THEN_EVERY_MS = 6_000;

/** Reads anew what was announced, as far as the page shows it. */
export class Refresh {
  private readonly turns = new Turns(AT_ONCE, THEN_EVERY_MS);
  private readonly topics = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly client: QueryClient) {}

  take(topics: string[]): void {
    for (const topic of topics) this.topics.add(topic);
    this.timer ??= setTimeout(this.run, GATHER_MS);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private readonly run = () => {
    const waitMs = this.turns.take();
    this.timer = waitMs > 0 ? setTimeout(this.run, waitMs) : undefined;
    if (waitMs > 0) return;
    // The first page hands its status on (`useStatistics`).
    for (const queryKey of affectedBy([...this.topics]))
      if (queryKey[1] !== nounKey('status')[1] || location.pathname !== paths.home())
        void this.client.invalidateQueries({ queryKey });
    this.topics.clear();
  };
}
