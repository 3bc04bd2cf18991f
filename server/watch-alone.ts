import { evaluateAlerts } from '@/lib/alerts/evaluate';
import { log } from '@/lib/log';
import { countLivingWorkers } from '@/lib/workers/living';

const EVERY_MS = 60_000;

/** Workers look for alerts; that there is none of them somebody else has to see. @returns how to stop */
export function watchAlone(everyMs = EVERY_MS): () => void {
  const timer = setInterval(() => {
    lookIfAlone().catch((error: unknown) => log.warn('could not look for alerts', { error }));
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

export async function lookIfAlone(): Promise<void> {
  if ((await countLivingWorkers()) === 0) await evaluateAlerts();
}
