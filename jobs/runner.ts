import { EventEmitter } from 'node:events';
import {
  Logger,
  type ParsedCronItem,
  type Runner,
  run,
  type Task,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import { sleep, untilAborted } from '@/lib/async/abort';
import { sessionUrl } from '@/lib/database/database-url';
import { errorMessage } from '@/lib/errors';
import { log } from '@/lib/log';
import { STOP_LIMIT_MS } from '@/lib/workers/stop-limit';

export type PoolOptions = {
  taskList: TaskList;
  /** Jobs at a time, at first. */
  concurrency: number;
  cron: ParsedCronItem[];
  /** Locks jobs ahead, many in one statement. Never for urgent work: a job would wait behind those fetched before it. */
  prefetch?: boolean;
  /** Called with the id that locks of this pool are held by, before it takes a job. */
  onPool: (poolId: string) => void;
  /** Called when a pool has ended or broken; what it could not hand back to PostgreSQL is still locked. */
  onPoolEnd: (poolId: string) => Promise<void>;
};

const RESTART_MS = 500;
const LINGER_MS = 5_000;
/** A job needs a connection only while it is fetched and completed, and PostgreSQL has a hundred for all processes. */
const MAX_CONNECTIONS = 26;

const logger = new Logger(() => (level, message) => {
  if (level === 'error') log.error(message);
  else if (level === 'warning') log.warn(message);
  else log.debug(message);
});

type Present = {
  runner: Runner;
  poolId: string;
  /** Jobs under way. */
  active: Set<Promise<unknown>>;
  /** Resolves when it cannot go on as it was. */
  broken: Promise<unknown>;
};

/** A pool of the queue that outlives the database: graphile-worker ends its runner when PostgreSQL goes away, so it is begun anew. */
export class QueuePool {
  private concurrency: number;
  private stopping = false;
  /** Aborts when the present runner is to make room. */
  private change = new AbortController();
  private readonly leaving = new Set<Promise<void>>();
  /** Aborts when a stop waits no longer for what is under way. */
  private readonly limit = new AbortController();
  private readonly done: Promise<void>;

  constructor(private readonly options: PoolOptions) {
    this.concurrency = options.concurrency;
    this.done = this.keepRunning();
  }

  /** Jobs under way are finished by those that have them, while the new number of workers takes the next. */
  resize(concurrency: number): void {
    if (concurrency === this.concurrency) return;
    log.info('queue pool resized', { tasks: Object.keys(this.options.taskList), concurrency });
    this.concurrency = concurrency;
    this.change.abort();
  }

  /** Waits for the jobs under way, but not for ever: what then is left can be taken by others. */
  async stop(limitMs = STOP_LIMIT_MS): Promise<void> {
    this.stopping = true;
    this.change.abort();
    const timer = setTimeout(() => this.limit.abort(), limitMs);
    await this.done;
    await Promise.all(this.leaving);
    clearTimeout(timer);
  }

  private async keepRunning(): Promise<void> {
    while (!this.stopping) {
      this.change = new AbortController();
      const { signal } = this.change;
      try {
        const present = await this.start();
        await Promise.race([present.broken, untilAborted(signal)]);
        this.letGo(present, !signal.aborted);
      } catch (error) {
        log.warn('queue pool cannot start, trying again', { error: errorMessage(error) });
      }
      if (!signal.aborted) await sleep(RESTART_MS, signal);
    }
  }

  /**
   * What is under way is finished. A broken pool may never come to its end, and its locks are given back at once: a job that runs twice
   * finds its messages claimed.
   */
  private letGo({ runner, poolId, active }: Present, broken: boolean): void {
    const giveBack = () => this.options.onPoolEnd(poolId);
    if (broken) {
      log.warn('queue pool broke, another one takes over', { tasks: Object.keys(this.options.taskList) });
      void giveBack();
    }
    const ended = Promise.allSettled([runner.stop(), runner.promise]);
    const left = Promise.race([ended, untilIdle(active), untilAborted(this.limit.signal)]).then(() =>
      broken ? undefined : giveBack(),
    );
    this.leaving.add(left);
    left.finally(() => this.leaving.delete(left));
  }

  private async start(): Promise<Present> {
    const events = new EventEmitter() as WorkerEvents;
    let poolId = '';
    events.on('pool:create', ({ workerPool }) => {
      poolId = workerPool.id;
      this.options.onPool(poolId);
    });
    const broken = new Promise<void>((resolve) => {
      // Without its listener a pool only looks once a second, and waits ever longer before it listens again.
      for (const sign of ['pool:fatalError', 'pool:listen:error', 'pool:gracefulShutdown'] as const)
        events.on(sign, () => resolve());
    });
    const active = new Set<Promise<unknown>>();
    const { concurrency } = this;
    const prefetch = this.options.prefetch && { localQueue: { size: 2 * concurrency } };
    const runner = await run({
      connectionString: sessionUrl(),
      // Without a delay nobody waits for a job's failure to be written, and an error there would end this process.
      preset: { worker: { ...prefetch, completeJobBatchDelay: 5, failJobBatchDelay: 5 } },
      taskList: track(this.options.taskList, active),
      parsedCronItems: this.options.cron,
      concurrency,
      maxPoolSize: Math.min(concurrency + 2, MAX_CONNECTIONS),
      pollInterval: 1_000,
      noHandleSignals: true,
      gracefulShutdownAbortTimeout: STOP_LIMIT_MS,
      events,
      logger,
    });
    const ended = runner.promise.catch(() => undefined);
    return { runner, poolId, active, broken: Promise.race([broken, ended]) };
  }
}

/** Notes which jobs are under way. */
function track(taskList: TaskList, active: Set<Promise<unknown>>): TaskList {
  const tracked = Object.entries(taskList).map(([name, task]): [string, Task] => [
    name,
    (payload, helpers) => {
      const job = Promise.resolve(task?.(payload, helpers));
      active.add(job);
      const done = () => active.delete(job);
      job.then(done, done);
      return job;
    },
  ]);
  return Object.fromEntries(tracked);
}

/** A moment after the last job, for what graphile-worker has to write of it. */
async function untilIdle(active: Set<Promise<unknown>>): Promise<void> {
  while (active.size > 0) await Promise.allSettled(active);
  await sleep(LINGER_MS);
}
