/** What no one announces: that time passes, or that a process died without a word. */
const SAFETY_MS = 60_000;

let live = false;

/** For `refetchInterval` of what is announced when it changes (`useLive`): by the clock only while nothing is heard. */
export function pollEvery(ms: number): () => number {
  return () => (live ? Math.max(ms, SAFETY_MS) : ms);
}

/** @returns whether that is news */
export function setLive(is: boolean): boolean {
  const news = live !== is;
  live = is;
  return news;
}
