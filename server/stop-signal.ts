const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** npm passes Ctrl-C on although the terminal delivered it already: two signals at once are one. */
const SAME_SIGNAL_MS = 1_000;

/** Aborted by the first SIGINT, SIGTERM or SIGHUP; `onForce` runs at the second. */
export function stopSignal(onForce: () => void): AbortSignal {
  const controller = new AbortController();
  let firstAt = 0;
  for (const signal of SIGNALS)
    process.on(signal, () => {
      if (!controller.signal.aborted) {
        firstAt = Date.now();
        controller.abort();
      } else if (Date.now() - firstAt > SAME_SIGNAL_MS) onForce();
    });
  return controller.signal;
}
