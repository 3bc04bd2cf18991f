import { parseCronItems } from 'graphile-worker';
import { checkKeyring } from '@/lib/crypto/canary';
import { adviseOnKeys } from '@/lib/crypto/sealed-stores';
import { closeDb } from '@/lib/db';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';
import { closeAdapters } from '@/lib/providers/registry';
import { currentSettings } from '@/lib/settings/current';
import { Lifeline } from '@/lib/workers/lifeline';
import { followSettings } from './follow-settings';
import { QueuePool } from './runner';
import { SCHEDULE } from './schedule';
import { cleanUpTask } from './tasks/clean-up';
import { deliverTask } from './tasks/deliver';
import { ensurePartitionsTask } from './tasks/ensure-partitions';
import { reconcile } from './tasks/reconcile';

/** The worker process: a heartbeat, a pool for urgent messages, a pool for everything else. Stops when told or when its parent is gone. */
async function main(): Promise<void> {
  await checkKeyring();
  for (const note of await adviseOnKeys()) log.info(note);
  const id = newId();
  const lifeline = new Lifeline({ id, startedAt: new Date(), poolIds: [] });
  await lifeline.start();
  const onPool = (poolId: string) => {
    lifeline.addPool(poolId).catch((error: unknown) => log.warn('pool not announced', { error }));
  };
  const { worker } = (await currentSettings()).delivery;
  const pools = {
    urgent: new QueuePool({
      taskList: { 'deliver-urgent': deliverTask(id) },
      concurrency: worker.urgentConcurrency,
      cron: [],
      onPool,
    }),
    others: new QueuePool({
      taskList: {
        deliver: deliverTask(id),
        reconcile,
        'ensure-partitions': ensurePartitionsTask,
        'clean-up': cleanUpTask,
      },
      concurrency: worker.concurrency,
      prefetch: true,
      cron: parseCronItems(SCHEDULE),
      onPool,
    }),
  };
  const following = followSettings(pools);
  log.info('worker started', { workerId: id });
  await stopSignal();
  log.info('worker stopping: finishing sends in flight', { workerId: id });
  clearInterval(following);
  await Promise.all(Object.values(pools).map((pool) => pool.stop()));
  await lifeline.stop();
  await closeAdapters();
  await closeDb();
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve());
    process.on('disconnect', () => resolve());
  });
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    log.error('worker failed', { error });
    process.exit(1);
  },
);
