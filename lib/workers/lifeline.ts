import { announce } from '@/lib/announcements/announce';
import { sql } from '@/lib/database/db';
import { errorMessage } from '@/lib/errors';
import { log } from '@/lib/log';
import { BEAT_MS, beat, DEAD_AFTER_SECONDS, type Heartbeat, signOff, WORKERS_CHANNEL } from './heartbeat';
import { sweepDeadWorkers, unlockOrphans, unlockPools } from './sweep';
import { untilCounted } from './until-counted';

/** Beats every 5 s and sweeps after each beat, until stopped. */
export class Lifeline {
  private timer: NodeJS.Timeout | undefined;
  private following: Promise<unknown> | undefined;
  private running: Promise<void> = Promise.resolve();
  /** Nobody is judged by silence before this: after a start or an outage everybody may look dead. */
  private trustSilenceFrom = Date.now() + DEAD_AFTER_SECONDS * 1000;
  private lastBeat = Date.now();
  /** Pools of this worker that have ended and may still hold locks. */
  private readonly ended = new Set<string>();

  constructor(private readonly self: Heartbeat) {}

  /** When this resolves the first beat and sweep are done, and all other workers know of this one. */
  async start(): Promise<void> {
    await this.tick();
    await this.follow();
    this.timer = setInterval(() => {
      this.running = this.tick().catch((error: unknown) =>
        log.warn('heartbeat failed', { error: errorMessage(error) }),
      );
    }, BEAT_MS);
    await untilCounted(this.self.id);
    announce('workers');
  }

  /** One more has come, or one has gone. Whoever does not hear of it finds out with its next beat. */
  private async follow(): Promise<void> {
    const onChange = (id: string) => {
      if (this.timer === undefined || id === this.self.id) return;
      const counting = beat(this.self).catch((error: unknown) =>
        log.warn('heartbeat failed', { error: errorMessage(error) }),
      );
      this.running = Promise.all([this.running, counting]).then(() => undefined);
    };
    this.following ??= sql().listen(WORKERS_CHANNEL, onChange);
    await this.following.catch((error: unknown) =>
      log.warn('not listening for workers', { error: errorMessage(error) }),
    );
  }

  /** Announces a new pool of the queue before it can hold a job. */
  async addPool(poolId: string): Promise<void> {
    this.self.poolIds.push(poolId);
    await beat(this.self);
    await this.unlockEnded();
  }

  /** A pool of the queue has ended. While PostgreSQL was away it could not hand its jobs back: without this they stay locked for hours. */
  async removePool(poolId: string): Promise<void> {
    this.ended.add(poolId);
    await this.unlockEnded();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await this.running;
    await signOff(this.self.id).catch(() => undefined);
    announce('workers');
  }

  private async unlockEnded(): Promise<void> {
    const ended = [...this.ended];
    if (ended.length === 0) return;
    await unlockPools(ended);
    for (const poolId of ended) this.ended.delete(poolId);
    this.self.poolIds = this.self.poolIds.filter((poolId) => !ended.includes(poolId));
  }

  private async tick(): Promise<void> {
    await beat(this.self);
    await this.unlockEnded();
    const now = Date.now();
    if (now - this.lastBeat > 3 * BEAT_MS) this.trustSilenceFrom = now + DEAD_AFTER_SECONDS * 1000;
    this.lastBeat = now;
    await sweepDeadWorkers(this.self.id, now >= this.trustSilenceFrom);
    await unlockOrphans();
  }
}
