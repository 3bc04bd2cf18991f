import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findOrigins, type Origin, type RawIndex, type RawMap } from './walk-mappings';

/** What stands between blanks and brackets, and of that `/path/file.js:12:34`, or the same as a `file:` URL: an error may quote anything. */
const WORD = /[^\s()]+/g;
const PLACE = /^((?:file:\/\/)?\/.*\.js):(\d+):(\d+)$/;
/** A storm of errors comes from few places. */
const MOST_KEPT = 500;

/** What stands for places that an error named lately. */
const kept = new Map<string, string>();

/**
 * A stack by lines of the sources instead of those of the built files. This is done where something is logged, instead of Node's
 * `--enable-source-maps`, which keeps the map of every file that is loaded: 230 MB of a web process, when all pages had been visited.
 */
export function bySourceLines(stack: string): string {
  const words = new Set(stack.match(WORD));
  const unknown = [...words].flatMap((word) => {
    const place = kept.has(word) ? null : PLACE.exec(word);
    return place ? [place] : [];
  });
  for (const [file, places] of Map.groupBy(unknown, ([, file]) => file!)) learn(file, places);
  return stack.replace(WORD, (word) => kept.get(word) ?? word);
}

function learn(file: string, places: RegExpExecArray[]): void {
  const path = pathOf(file);
  const map = path === undefined ? undefined : readMap(path);
  const wanted = places.map(([, , line, column]) => ({ line: Number(line) - 1, column: Number(column) - 1 }));
  const origins = map ? findOrigins(map, wanted) : [];
  for (const [n, [found]] of places.entries()) keep(found, tell(path ?? file, origins[n]) ?? found);
}

function pathOf(file: string): string | undefined {
  try {
    return file.startsWith('file:') ? fileURLToPath(file) : file;
  } catch {
    return undefined;
  }
}

function tell(path: string, origin: Origin | undefined): string | undefined {
  if (!origin?.source) return undefined;
  const source = origin.source.startsWith('file:')
    ? fileURLToPath(origin.source)
    : resolve(dirname(path), origin.source);
  return `${source}:${origin.line + 1}:${origin.column + 1}`;
}

function keep(found: string, told: string): void {
  const oldest = kept.keys().next().value;
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(found, told);
}

/** None for a file that was not built, and for a map that cannot be read: the stack stays as it is. */
function readMap(file: string): RawMap | RawIndex | undefined {
  try {
    const map = JSON.parse(readFileSync(`${file}.map`, 'utf8'));
    return Array.isArray(map.sections) || typeof map.mappings === 'string' ? map : undefined;
  } catch {
    return undefined;
  }
}
