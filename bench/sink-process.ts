import { EventEmitter, once } from 'node:events';
import { Process } from './process';

type Message = { accepted: number } | { marked: string; at: number };

/** The sink in its own process, and how many messages it has accepted. */
export class SinkProcess {
  accepted = 0;
  /** When a marked message came, in milliseconds of the clock on the wall. */
  readonly markedAt = new Map<string, number>();
  private readonly changes = new EventEmitter();

  private constructor(
    private readonly process: Process,
    readonly port: number,
  ) {
    process.child.on('message', (message: Message) => {
      if ('marked' in message) this.markedAt.set(message.marked, message.at);
      else this.accepted = message.accepted;
      this.changes.emit('change');
    });
  }

  static start(delayMs = 0): Promise<SinkProcess> {
    return SinkProcess.of(Process.start('bench/sink.ts', { args: [String(delayMs)] }));
  }

  /** For text messages by HTTP. */
  static startGateway(): Promise<SinkProcess> {
    return SinkProcess.of(Process.start('bench/gateway-sink.ts'));
  }

  private static async of(sink: Process): Promise<SinkProcess> {
    const { port } = await sink.message<{ port: number }>();
    return new SinkProcess(sink, port);
  }

  /** Resolves when that many were accepted in all. @throws when the time is up, saying how many were. */
  until(count: number, timeoutMs: number): Promise<void> {
    return this.wait(() => this.accepted, count, timeoutMs);
  }

  /** The same for marked ones. */
  untilMarked(count: number, timeoutMs: number): Promise<void> {
    return this.wait(() => this.markedAt.size, count, timeoutMs);
  }

  stop(): Promise<void> {
    return this.process.stop();
  }

  private async wait(current: () => number, count: number, timeoutMs: number): Promise<void> {
    const timeout = AbortSignal.timeout(timeoutMs);
    while (current() < count) {
      try {
        await once(this.changes, 'change', { signal: timeout });
      } catch {
        throw new Error(`Only ${current()} of ${count} messages arrived in ${timeoutMs / 1000} s.`);
      }
    }
  }
}
