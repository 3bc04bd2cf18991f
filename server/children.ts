import { availableParallelism } from 'node:os';
import type { SystemSettings } from '@/lib/settings/system';
import { Child, type ChildOptions } from './child';
import { nodeArgs } from './node-args';
import { hasTaskset } from './taskset';

type About = {
  processes: SystemSettings['processes'];
  /** One of the ports of the SMTP door is given. */
  hasSmtp: boolean;
  maxDelayMs: number;
  onMessage: (message: unknown) => void;
};

/** Our processes, by the settings of the system. */
export function childrenOf({ processes, hasSmtp, maxDelayMs, onMessage }: About): ChildOptions[] {
  const { workers, webMemoryMb, workerMemoryMb, threads, workerCpus } = processes;
  const common = { maxDelayMs, onMessage, env: { UV_THREADPOOL_SIZE: String(threads) } };
  const names = Array.from({ length: workers }, (_, index) =>
    index === 0 ? 'worker' : `worker-${index + 1}`,
  );
  return [
    { ...common, name: 'web', command: [process.execPath, ...nodeArgs('web', webMemoryMb), 'server/web.ts'] },
    ...names.map((name) => ({
      ...common,
      name: name as ChildOptions['name'],
      command: [
        ...onCpus(workerCpus),
        process.execPath,
        ...nodeArgs('worker', workerMemoryMb),
        'jobs/worker.ts',
      ],
    })),
    ...(hasSmtp
      ? [
          {
            ...common,
            name: 'smtp' as const,
            command: [process.execPath, ...nodeArgs('smtp'), 'server/smtp.ts'],
          },
        ]
      : []),
  ];
}

/** Of those that this machine has; where it has none of them, or no way to say so, the system decides. */
function onCpus(wanted: number[]): string[] {
  const there = wanted.filter((cpu) => cpu < availableParallelism());
  return there.length > 0 && hasTaskset() ? ['taskset', '--cpu-list', there.join(',')] : [];
}

/** All that run at the moment. */
export class Children {
  private running: Child[] = [];
  /** Those of before, until each has ended. */
  private leaving: Child[] = [];

  start(options: ChildOptions[]): void {
    this.running = options.map((option) => new Child(option));
    for (const child of this.running) child.start();
  }

  /** Each ends what it has under way, and begins anew by its own; there may be more or fewer of them then. */
  async restart(options: ChildOptions[], limitMs: number): Promise<void> {
    this.leaving = this.running;
    const before = new Map(this.leaving.map((child) => [child.name, child]));
    this.running = options.map((option) => new Child(option));
    const after = new Map(this.running.map((child) => [child.name, child]));
    await Promise.all(
      [...new Set([...before.keys(), ...after.keys()])].map(async (name) => {
        await before.get(name)?.stop(limitMs);
        after.get(name)?.start();
      }),
    );
    this.leaving = [];
  }

  async stop(limitMs: number): Promise<void> {
    await Promise.all(this.all().map((child) => child.stop(limitMs)));
  }

  kill(): void {
    for (const child of this.all()) child.kill();
  }

  private all(): Child[] {
    return [...this.leaving, ...this.running];
  }
}
