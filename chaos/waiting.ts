import { setTimeout as sleep } from 'node:timers/promises';

export { sleep };

/** Asks again every `everyMs` until the answer is true. False: the time was up, or `signal` aborted. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  { limitMs, everyMs = 20, signal }: { limitMs: number; everyMs?: number; signal?: AbortSignal },
): Promise<boolean> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    if (await condition()) return true;
    if (Date.now() > deadline || signal?.aborted) return false;
    await sleep(everyMs);
  }
}
