import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { nextDelayMs } from './back-off';
import { nodeEnv } from './node-args';
import { type ChildName, removePid, writePid } from './pid-files';

const HEALTHY_AFTER_MS = 30_000;

export type ChildOptions = {
  name: ChildName;
  command: string[];
  /** Besides those of this process. */
  env: Record<string, string>;
  maxDelayMs: number;
  onMessage?: (message: unknown) => void;
};

/** One of our processes: started again, ever more slowly, when it ends without having been asked to. */
export class Child {
  private process: ChildProcess | undefined;
  private timer: NodeJS.Timeout | undefined;
  private failures = 0;
  private stopping = false;

  constructor(private readonly options: ChildOptions) {}

  get name(): ChildName {
    return this.options.name;
  }

  start(): void {
    // It was told to end before it came to that.
    if (this.stopping) return;
    const { name, command, env, onMessage } = this.options;
    const [program, ...args] = command as [string, ...string[]];
    const startedAt = Date.now();
    const child = spawn(
      program,
      args,
      // Its own process group: Ctrl-C reaches only the supervisor, which stops the others in order.
      { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], detached: true, env: { ...nodeEnv(), ...env } },
    );
    this.process = child;
    if (child.pid) writePid(name, child.pid);
    child.on('message', (message) => onMessage?.(message));
    child.on('error', (error) => console.error(`${name} cannot be started: ${error.message}`));
    child.once('exit', (code, signal) => {
      this.process = undefined;
      removePid(name);
      if (!this.stopping) this.restart(signal ?? `code ${code}`, Date.now() - startedAt);
    });
  }

  /** Asks once, and takes it down after `timeoutMs`. */
  async stop(timeoutMs: number): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    const child = this.process;
    if (!child) return;
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    const limit = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    await exited;
    clearTimeout(limit);
  }

  kill(): void {
    this.process?.kill('SIGKILL');
  }

  private restart(how: string, ranMs: number): void {
    if (ranMs >= HEALTHY_AFTER_MS) this.failures = 0;
    const delayMs = nextDelayMs(this.failures++, this.options.maxDelayMs);
    console.error(`${this.options.name} ended (${how}); starting it again in ${delayMs} ms.`);
    this.timer = setTimeout(() => this.start(), delayMs);
  }
}
