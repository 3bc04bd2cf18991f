import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { DEFAULT_SETTINGS } from '@/lib/settings/schema';
import { nodeArgs, nodeEnv } from '@/server/node-args';
import { cpuMs, peakMemoryMb } from './cpu';

const { webMemoryMb, workerMemoryMb } = DEFAULT_SETTINGS.system.processes;
/** As shipped: without a limit V8 lets garbage of web pile up to 900 MB, where it has 570 with it. */
const MEMORY_MB = { web: webMemoryMb, worker: workerMemoryMb };

type Start = {
  as?: 'web' | 'worker';
  env?: Record<string, string>;
  args?: string[];
  cwd?: string;
  profileInto?: string;
};

/** A process of ours, started as the supervisor starts its own; it ends with us. */
export class Process {
  private constructor(
    readonly child: ChildProcess,
    readonly pid: number,
  ) {}

  static start(
    script: string,
    { as = 'worker', env = {}, args = [], cwd, profileInto }: Start = {},
  ): Process {
    const profile = profileInto ? ['--cpu-prof', `--cpu-prof-dir=${resolve(profileInto)}`] : [];
    const child = spawn(
      process.execPath,
      [...profile, ...nodeArgs(as, MEMORY_MB[as]), resolve(script), ...args],
      {
        cwd,
        env: { ...nodeEnv(), TSX_TSCONFIG_PATH: resolve('tsconfig.json'), ...env },
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      },
    );
    return new Process(child, child.pid!);
  }

  /** The next message it sends. @throws when it ends before */
  message<T>(): Promise<T> {
    return new Promise((resolve, reject) => {
      const onMessage = (message: unknown) => {
        this.child.off('exit', onExit);
        resolve(message as T);
      };
      const onExit = (code: number | null) => {
        this.child.off('message', onMessage);
        reject(new Error(`A process of the bench ended (${code}).`));
      };
      this.child.once('message', onMessage).once('exit', onExit);
    });
  }

  cpuMs(): number {
    return cpuMs(this.pid);
  }

  peakMemoryMb(): number {
    return peakMemoryMb(this.pid);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const limit = setTimeout(() => this.child.kill('SIGKILL'), 15_000);
    await exited;
    clearTimeout(limit);
  }
}
