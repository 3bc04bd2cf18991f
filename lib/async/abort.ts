/** Settles like `work`, or rejects with `reason()` as soon as the signal aborts. */
export function raceAbort<T>(work: Promise<T>, signal: AbortSignal, reason: () => Error): Promise<T> {
  if (signal.aborted) {
    work.catch(() => undefined);
    return Promise.reject(reason());
  }
  return new Promise((resolve, reject) => {
    const stop = () => reject(reason());
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

export function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Waits, or returns early when the signal aborts. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    if (signal?.aborted) done();
    else signal?.addEventListener('abort', done, { once: true });
  });
}

/** For work that is told to stop to say how far it came. */
const GRACE_MS = 250;

/**
 * Gives `work` a signal that aborts after `ms`, or with `parent`. What the work makes of that is the result; one that does not heed its
 * signal is given up a moment later. Unlike `AbortSignal.timeout` nothing of it outlives the work: at a thousand sends a second, timers
 * that run on for minutes are most of what a worker holds in memory.
 */
export async function withTimeout<T>(
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
  parent?: AbortSignal,
): Promise<T> {
  const controller = new AbortController();
  const givenUp = new AbortController();
  const abort = () => {
    clearTimeout(timer);
    timer = setTimeout(() => givenUp.abort(), GRACE_MS);
    controller.abort();
  };
  let timer = setTimeout(abort, ms);
  if (parent?.aborted) abort();
  parent?.addEventListener('abort', abort, { once: true });
  try {
    return await raceAbort(work(controller.signal), givenUp.signal, () => new TimeoutError());
  } finally {
    clearTimeout(timer);
    parent?.removeEventListener('abort', abort);
  }
}

/** The work went on after it was told to stop; what it does is nobody's business any more. */
export class TimeoutError extends Error {
  constructor() {
    super('gave up waiting for an answer');
    this.name = 'TimeoutError';
  }
}
