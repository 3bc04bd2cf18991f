import { EventEmitter } from 'node:events';
import {
  Logger,
  type ParsedCronItem,
  type Runner,
  run,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import { sleep } from '@/lib/abort';
import { databaseUrl } from '@/lib/database-url';
import { errorMessage } from '@/lib/errors';
import { log } from '@/lib/log';

export type PoolOptions = {
  taskList: TaskList;
  concurrency: number;
  cron: ParsedCronItem[];
  /** Jobs locked ahead in one statement. Never for urgent work: a job would wait behind those fetched before it. */
  prefetch?: number;
  /** Called with the id that locks of this pool are held by, before it takes a job. */
  onPool: (poolId: string) => void;
};

const RESTART_MS = 1_000;
/** Longer than the slowest send that a stop waits for. */
const STOP_LIMIT_MS = 40_000;

const logger = new Logger(() => (level, message) => {
  if (level === 'error') log.error(message);
  else if (level === 'warning') log.warn(message);
  else log.debug(message);
});

/** A pool of the queue that outlives the database: graphile-worker ends its runner when PostgreSQL goes away, so it is begun anew. */
export class QueuePool {
  private runner: Runner | undefined;
  private stopping = false;
  private readonly done: Promise<void>;

  constructor(private readonly options: PoolOptions) {
    this.done = this.keepRunning();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.runner?.stop().catch(() => undefined);
    await this.done;
  }

  private async keepRunning(): Promise<void> {
    while (!this.stopping) {
      try {
        this.runner = await this.start();
        await this.runner.promise;
      } catch (error) {
        log.warn('queue pool ended, starting it again', { error: errorMessage(error) });
      }
      if (!this.stopping) await sleep(RESTART_MS);
    }
  }

  private start(): Promise<Runner> {
    const events = new EventEmitter() as WorkerEvents;
    events.on('pool:create', ({ workerPool }) => this.options.onPool(workerPool.id));
    const { prefetch } = this.options;
    return run({
      connectionString: databaseUrl(),
      preset: { worker: { ...(prefetch && { localQueue: { size: prefetch } }), completeJobBatchDelay: 5 } },
      taskList: this.options.taskList,
      parsedCronItems: this.options.cron,
      concurrency: this.options.concurrency,
      maxPoolSize: this.options.concurrency + 2,
      pollInterval: 1_000,
      noHandleSignals: true,
      gracefulShutdownAbortTimeout: STOP_LIMIT_MS,
      events,
      logger,
    });
  }
}
