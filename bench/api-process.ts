import { EventEmitter, once } from 'node:events';
import { Process } from './process';

/** What the API has seen, in milliseconds of its own clock. */
export type Seen = { acceptedAt: number[]; refusedAt: number[] };
type Message = { accepted: number } | Seen;

/** The paced API in its own process. */
export class ApiProcess {
  private accepted = 0;
  private readonly changes = new EventEmitter();

  private constructor(
    private readonly process: Process,
    readonly url: string,
  ) {
    process.child.on('message', (message: Message) => {
      if ('accepted' in message) this.accepted = message.accepted;
      this.changes.emit('accepted' in message ? 'change' : 'seen', message);
    });
  }

  static async start(perSecond: number): Promise<ApiProcess> {
    const api = Process.start('bench/api-sink.ts', { args: [String(perSecond)] });
    const { url } = await api.message<{ url: string }>();
    return new ApiProcess(api, url);
  }

  /** Resolves when that many emails were taken over in all. @throws when the time is up, saying how many were */
  async until(count: number, timeoutMs: number): Promise<void> {
    const timeout = AbortSignal.timeout(timeoutMs);
    while (this.accepted < count) {
      try {
        await once(this.changes, 'change', { signal: timeout });
      } catch {
        throw new Error(`Only ${this.accepted} of ${count} messages arrived in ${timeoutMs / 1000} s.`);
      }
    }
  }

  async seen(): Promise<Seen> {
    const answer = once(this.changes, 'seen');
    this.process.child.send('seen');
    const [seen] = await answer;
    return seen;
  }

  stop(): Promise<void> {
    return this.process.stop();
  }
}
