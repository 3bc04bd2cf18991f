/** So long a worker that stops waits for the sends under way: a provider may take 30 s to answer. */
export const STOP_LIMIT_MS = 40_000;
/** Then it gives back what is left, and ends: whoever waits for that waits so long. */
export const STOPPED_WITHIN_MS = STOP_LIMIT_MS + 10_000;
