import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * How Node runs our processes. Left alone, V8 collects as lazily as a large machine allows: 352 MB for a worker whose live data are
 * 42 MB, 590 MB for a web process that accepts batches; with these limits 261 and 448 MB. Twice the semi-space takes a seventh off the CPU time
 * of a message in a batch (0.073 for 0.085 ms, which went to copying), and left web at 742 MB for 668 after all scenarios of chaos and the fuzz.
 * `npm run web` and `npm run worker` name the same ones; how much may be alive is a setting.
 * The web process loads hundreds of built files, whose maps Node would keep: it asks for them where an error is logged (`lib/text/source-lines.ts`).
 */
const V8 = {
  web: ['--max-semi-space-size=16'],
  worker: ['--max-semi-space-size=8', '--enable-source-maps'],
  smtp: ['--max-semi-space-size=16', '--enable-source-maps'],
};

/** `memoryMb`: of what is alive; absent: as V8 sees fit. */
export function nodeArgs(name: keyof typeof V8, memoryMb?: number): string[] {
  const parentWatch = pathToFileURL('server/parent-watch.mjs').href;
  const limit = memoryMb === undefined ? [] : [`--max-old-space-size=${memoryMb}`];
  return [...V8[name], ...limit, '--import', parentWatch, resolve('scripts/run.mjs')];
}
