import { SideThread } from '@/lib/async/side-thread';

/** 4 MB take some 20 s. */
const LONGEST_MS = 60_000;
const MAX_DEPTH = 32;

export type Place = { line: number; column: number };

type Parsed =
  | { value: unknown }
  | { refused: 'not_yaml'; why: string; place: Place }
  | { refused: 'too_deep' | 'yaml_alias' };

/**
 * YAML 1.2, of which JSON is a part, in a thread beside the event loop: 5 ms for each kB. Names that stand for others (`&a`, `*a`), tags and keys given
 * twice are refused: a few lines of those can mean gigabytes. Null: it took too long, or too much memory.
 */
export function parseYaml(text: string): Promise<Parsed | null> {
  return thread.ask({ text }) as Promise<Parsed | null>;
}

/**
 * Where in the text each of the paths is (`providers.Office.settings.port`): the longest part of it that is there; null: nowhere. Names may have dots:
 * each level takes the longest of its own that fits.
 */
export async function placesIn(text: string, paths: string[]): Promise<(Place | null)[]> {
  const places = (await thread.ask({ text, paths })) as (Place | null)[] | null;
  return places ?? paths.map(() => null);
}

const PROGRAM = `
  const { parentPort } = require('node:worker_threads');
  const { LineCounter, isCollection, isMap, isPair, parseDocument } = require('yaml');
  parentPort.on('message', ({ text, paths }) => {
    const lineCounter = new LineCounter();
    const options = { version: '1.2', schema: 'core', strict: true, uniqueKeys: true, prettyErrors: false, lineCounter };
    const yaml = parseDocument(text, options);
    const place = (at) => {
      if (at === undefined) return null;
      const { line, col } = lineCounter.linePos(at);
      return { line, column: col };
    };
    parentPort.postMessage(paths ? paths.map((path) => place(find(yaml, path))) : read(yaml, place));
  });
  function read(yaml, place) {
    const [fault] = [...yaml.errors, ...yaml.warnings];
    if (fault) return { refused: 'not_yaml', why: fault.message, place: place(fault.pos[0]) };
    if (isDeep(yaml.contents)) return { refused: 'too_deep' };
    try {
      return { value: yaml.toJS({ maxAliasCount: 0 }) };
    } catch {
      // The one thing left that it refuses: something that stands for something else.
      return { refused: 'yaml_alias' };
    }
  }
  // The parser itself takes a hundred thousand brackets; whoever walks through them after it does not.
  function isDeep(root) {
    const open = [[root, 0]];
    for (let next = open.pop(); next; next = open.pop()) {
      const [node, depth] = next;
      if (depth > ${MAX_DEPTH}) return true;
      if (isCollection(node)) for (const item of node.items) open.push([item, depth + 1]);
      else if (isPair(node)) open.push([node.value, depth]);
    }
    return false;
  }
  function find(yaml, path) {
    if (path === '') return undefined;
    let node = yaml.contents;
    let found = node?.range?.[0];
    let rest = path;
    while (isCollection(node) && rest !== '') {
      const names = node.items.map((item, index) => (isMap(node) ? String(item.key.value) : String(index)));
      const fits = names.filter((name) => rest === name || rest.startsWith(name + '.'));
      const name = fits.sort((a, b) => b.length - a.length)[0];
      if (name === undefined) break;
      const item = node.items[names.indexOf(name)];
      found = (isMap(node) ? item.key : item).range?.[0] ?? found;
      node = isMap(node) ? item.value : item;
      rest = rest.slice(name.length + 1);
    }
    return found;
  }`;

const thread = new SideThread<{ text: string; paths?: string[] }, unknown>({
  name: 'parse-yaml',
  program: PROGRAM,
  longestMs: LONGEST_MS,
  memoryMb: 1_024,
});
