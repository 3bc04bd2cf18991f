import { setTimeout as sleep } from 'node:timers/promises';
import { browserHost } from '@/lib/process/browser-host';

const LIMIT_MS = 60_000;

/** Waits until web and worker answer as ready; after a minute it goes on and lets their logs speak. */
export async function whenReady(host: string, port: number, stop: AbortSignal): Promise<void> {
  const url = `http://${browserHost(host)}:${port}/api/health/ready`;
  const deadline = Date.now() + LIMIT_MS;
  while (!stop.aborted && !(await isReady(url))) {
    if (Date.now() > deadline) {
      console.error('Not everything is ready yet; see the messages above.');
      return;
    }
    await sleep(100);
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}
