/** The longest CPU time in milliseconds for which `work` let nobody else in this process have a turn. Of this thread, so that a busy machine does not count. */
export async function longestHoldMs(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let done = false;
  let since = cpuMs();
  const watch = () => {
    const now = cpuMs();
    longest = Math.max(longest, now - since);
    since = now;
    if (!done) setImmediate(watch);
  };
  setImmediate(watch);
  try {
    await work();
  } finally {
    await new Promise<void>((resolve) => setImmediate(resolve));
    done = true;
  }
  return longest;
}

function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
