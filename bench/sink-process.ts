import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** The sink in its own process, and how many messages it has accepted. */
export class SinkProcess {
  accepted = 0;

  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {
    child.on('message', (message: { accepted: number }) => {
      this.accepted = message.accepted;
    });
  }

  static async start(): Promise<SinkProcess> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'bench/sink.ts'], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const [{ port }] = (await once(child, 'message')) as [{ port: number }];
    return new SinkProcess(child, port);
  }

  /** Resolves when that many were accepted in all. @throws when the time is up, saying how many were. */
  async until(count: number, timeoutMs: number): Promise<void> {
    const timeout = AbortSignal.timeout(timeoutMs);
    while (this.accepted < count) {
      try {
        await once(this.child, 'message', { signal: timeout });
      } catch {
        throw new Error(`Only ${this.accepted} of ${count} messages arrived in ${timeoutMs / 1000} s.`);
      }
    }
  }

  stop(): void {
    this.child.disconnect();
  }
}
