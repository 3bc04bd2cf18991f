import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `at name (/path/file.js:12:34)`, or the same without a name, or with a `file:` URL. */
const PLACE = /((?:file:\/\/)?\/[^\s()]*\.js):(\d+):(\d+)/g;
/** Of those that an error named last: a storm of errors comes from few places. */
const MOST_KEPT = 8;

const kept = new Map<string, SourceMap | undefined>();

/**
 * A stack by lines of the sources instead of those of the built files. The web process does this where something is logged, instead of
 * Node's `--enable-source-maps`, which keeps the map of every file that is loaded: 230 MB, when all pages had been visited.
 */
export function bySourceLines(stack: string): string {
  return stack.replace(PLACE, (found: string, file: string, line: string, column: string) => {
    const path = file.startsWith('file:') ? fileURLToPath(file) : file;
    const entry = mapOf(path)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (!entry || !('originalSource' in entry) || !entry.originalSource) return found;
    const source = entry.originalSource.startsWith('file:')
      ? fileURLToPath(entry.originalSource)
      : resolve(dirname(path), entry.originalSource);
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

function mapOf(file: string): SourceMap | undefined {
  if (!kept.has(file)) {
    const oldest = kept.keys().next().value;
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(file, readMap(file));
  }
  return kept.get(file);
}

/** None for a file that was not built, and for a map that cannot be read: the stack stays as it is. */
function readMap(file: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  } catch {
    return undefined;
  }
}
