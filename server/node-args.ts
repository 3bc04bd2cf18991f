import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * How Node runs our processes. Left alone, V8 collects as lazily as a large machine allows: 352 MB for a worker whose live data are
 * 42 MB, 590 MB for a web process that accepts batches; with these limits 261 and 448 MB. Twice the semi-space takes a seventh off the CPU time
 * of a message in a batch (0.073 for 0.085 ms, which went to copying), and left web at 742 MB for 668 after all scenarios of chaos and the fuzz.
 * `npm run web` and `npm run worker` name the same ones; how much may be alive is a setting.
 * None has `--enable-source-maps`: Node would keep the map of every file that is loaded, 115 MB of a worker's; they are asked for where an error is
 * logged (`lib/text/source-lines.ts`). The supervisor, which does its work in the first second, gets the smallest semi-space by `npm start`: 81 MB for 103.
 */
const V8 = {
  web: ['--max-semi-space-size=16'],
  worker: ['--max-semi-space-size=8'],
  smtp: ['--max-semi-space-size=16'],
};

/**
 * How the C library keeps memory, where that is glibc: left alone, each of Node's threads has a heap of its own, and large buffers that were freed
 * stay in it. Of a web process that had answered 3,000 requests and taken six files of 24 MB, 591 MB were in use, 260 of them alive in V8; with two
 * heaps and thresholds of 128 kB 502, at the same CPU time. With those here less is given back and taken anew.
 */
const GLIBC = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '1048576',
  MALLOC_TRIM_THRESHOLD_: '4194304',
};

/** What somebody has set stays. */
export function nodeEnv(): NodeJS.ProcessEnv {
  return { ...GLIBC, ...process.env };
}

/** `memoryMb`: of what is alive; absent: as V8 sees fit. */
export function nodeArgs(name: keyof typeof V8, memoryMb?: number): string[] {
  const parentWatch = pathToFileURL('server/parent-watch.mjs').href;
  const limit = memoryMb === undefined ? [] : [`--max-old-space-size=${memoryMb}`];
  return [...V8[name], ...limit, '--import', parentWatch, resolve('scripts/run.mjs')];
}
