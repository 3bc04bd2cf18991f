/** Milliseconds of CPU that this process has used; of a clock on the wall others on the machine take their part. */
export function cpuMs(): number {
  return process.cpuUsage().user / 1000;
}
