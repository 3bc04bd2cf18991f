import { EventEmitter } from 'node:events';
import {
  Logger,
  type ParsedCronItem,
  type Runner,
  run,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import { sleep, untilAborted } from '@/lib/abort';
import { databaseUrl } from '@/lib/database-url';
import { errorMessage } from '@/lib/errors';
import { log } from '@/lib/log';

export type PoolOptions = {
  taskList: TaskList;
  /** Jobs at a time, at first. */
  concurrency: number;
  cron: ParsedCronItem[];
  /** Locks jobs ahead, many in one statement. Never for urgent work: a job would wait behind those fetched before it. */
  prefetch?: boolean;
  /** Called with the id that locks of this pool are held by, before it takes a job. */
  onPool: (poolId: string) => void;
  /** Called once nothing of that pool runs any more; what it could not report to PostgreSQL is still locked. */
  onPoolEnd: (poolId: string) => Promise<void>;
};

const RESTART_MS = 1_000;
/** Longer than the slowest send that a stop waits for. */
const STOP_LIMIT_MS = 40_000;
/** A job needs a connection only while it is fetched and completed, and PostgreSQL has a hundred for all processes. */
const MAX_CONNECTIONS = 26;

const logger = new Logger(() => (level, message) => {
  if (level === 'error') log.error(message);
  else if (level === 'warning') log.warn(message);
  else log.debug(message);
});

/** A pool of the queue that outlives the database: graphile-worker ends its runner when PostgreSQL goes away, so it is begun anew. */
export class QueuePool {
  private concurrency: number;
  private stopping = false;
  /** Aborts when the present runner is to make room. */
  private change = new AbortController();
  private readonly leaving = new Set<Promise<void>>();
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

  async stop(): Promise<void> {
    this.stopping = true;
    this.change.abort();
    await this.done;
    await Promise.all(this.leaving);
  }

  private async keepRunning(): Promise<void> {
    while (!this.stopping) {
      this.change = new AbortController();
      const { signal } = this.change;
      try {
        const { runner, poolId } = await this.start();
        const ended = runner.promise.finally(() => this.options.onPoolEnd(poolId));
        await Promise.race([ended, untilAborted(signal)]);
        if (signal.aborted) this.letGo(runner, ended);
      } catch (error) {
        log.warn('queue pool ended, starting it again', { error: errorMessage(error) });
      }
      if (!signal.aborted) await sleep(RESTART_MS, signal);
    }
  }

  private letGo(runner: Runner, ended: Promise<void>): void {
    const left = Promise.allSettled([runner.stop(), ended]).then(() => undefined);
    this.leaving.add(left);
    left.finally(() => this.leaving.delete(left));
  }

  private async start(): Promise<{ runner: Runner; poolId: string }> {
    const events = new EventEmitter() as WorkerEvents;
    let poolId = '';
    events.on('pool:create', ({ workerPool }) => {
      poolId = workerPool.id;
      this.options.onPool(poolId);
    });
    const { concurrency } = this;
    const prefetch = this.options.prefetch && { localQueue: { size: 2 * concurrency } };
    const runner = await run({
      connectionString: databaseUrl(),
      // Without a delay nobody waits for a job's failure to be written, and an error there would end this process.
      preset: { worker: { ...prefetch, completeJobBatchDelay: 5, failJobBatchDelay: 5 } },
      taskList: this.options.taskList,
      parsedCronItems: this.options.cron,
      concurrency,
      maxPoolSize: Math.min(concurrency + 2, MAX_CONNECTIONS),
      pollInterval: 1_000,
      noHandleSignals: true,
      gracefulShutdownAbortTimeout: STOP_LIMIT_MS,
      events,
      logger,
    });
    return { runner, poolId };
  }
}
