import { errorMessage } from '@/lib/errors';
import { log } from '@/lib/log';
import { currentSettings } from '@/lib/settings/current';
import type { QueuePool } from './runner';

const LOOK_MS = 2_000;

type Pools = Record<'urgent' | 'others', Pick<QueuePool, 'resize'>>;

/** Gives the pools as many workers as the settings say, from now on. */
export function followSettings(pools: Pools, lookMs = LOOK_MS): NodeJS.Timeout {
  return setInterval(() => {
    apply(pools).catch((error: unknown) => log.warn('settings not read', { error: errorMessage(error) }));
  }, lookMs);
}

async function apply(pools: Pools): Promise<void> {
  const { worker } = (await currentSettings()).delivery;
  pools.urgent.resize(worker.urgentConcurrency);
  pools.others.resize(worker.concurrency);
}
