const EVERY_MS = 20;

/**
 * Counts how long this process stood still from now on, as others had the machine: a timer that came late, less what this thread itself did
 * meanwhile. @returns what tells the milliseconds so far, and ends the counting
 */
export function watchStandstill(): () => number {
  let stoodMs = 0;
  let before = read();
  const timer = setInterval(() => {
    const now = read();
    const lateMs = now.wallMs - before.wallMs - EVERY_MS - (now.cpuMs - before.cpuMs);
    stoodMs += Math.max(0, lateMs);
    before = now;
  }, EVERY_MS);
  return () => {
    clearInterval(timer);
    return stoodMs;
  };
}

function read() {
  const { user, system } = process.threadCpuUsage();
  return { wallMs: performance.now(), cpuMs: (user + system) / 1000 };
}
