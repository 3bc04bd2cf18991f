import { deserialize } from 'node:v8';
import { Breath } from '@/lib/async/breath';
import { SideThread } from '@/lib/async/side-thread';
import type { Comment } from './comments/yaml-comments';

/** 4 MB take some 20 s. */
const LONGEST_MS = 60_000;
const MAX_DEPTH = 32;
/** Names and what they stand for, each: twice as many as the API takes values. */
const MOST_NODES = 200_000;
const AT_ONCE = 2_000;

export type Place = { line: number; column: number };

type Parsed =
  | { value: unknown }
  | { refused: 'not_yaml'; why: string; place: Place }
  | { refused: 'too_deep' | 'too_large' | 'yaml_alias' };

/** As it comes from the thread: entries, each with the way to it, in pieces of so many values that to copy one takes some 2 ms. */
type Pieces = { pieces: Uint8Array[] };
type Entry = [path: string[], value: unknown];

/**
 * YAML 1.2, of which JSON is a part, in a thread beside the event loop: 5 ms for each kB. Names that stand for others (`&a`, `*a`), tags and keys given
 * twice are refused: a few lines of those can mean gigabytes. Null: it took too long, or too much memory.
 */
export async function parseYaml(text: string): Promise<Parsed | null> {
  const parsed = (await thread.ask({ text })) as Exclude<Parsed, { value: unknown }> | Pieces | null;
  return parsed && 'pieces' in parsed ? { value: await putTogether(parsed) } : parsed;
}

async function putTogether({ pieces }: Pieces): Promise<unknown> {
  const breath = new Breath();
  let root: unknown;
  for (const piece of pieces) {
    for (const [path, value] of deserialize(piece) as Entry[]) root = put(root, path, value);
    await breath.take();
  }
  return root;
}

function put(root: unknown, path: string[], value: unknown): unknown {
  const name = path.at(-1);
  if (name === undefined) return value;
  const within = path.slice(0, -1).reduce((thing, step) => (thing as Record<string, unknown>)[step], root);
  // Not by assignment, which would lose a name like `__proto__` unseen.
  Object.defineProperty(within, name, { value, writable: true, enumerable: true, configurable: true });
  return root;
}

/**
 * Where in the text each of the paths is (`providers.Office.settings.port`): the longest part of it that is there; null: nowhere. Names may have dots:
 * each level takes the longest of its own that fits.
 */
export async function placesIn(text: string, paths: string[]): Promise<(Place | null)[]> {
  const places = (await thread.ask({ text, paths })) as (Place | null)[] | null;
  return places ?? paths.map(() => null);
}

/** What people wrote beside it; null: it cannot be told. The line by which editors find the schema is none. */
export async function commentsIn(text: string): Promise<Comment[] | null> {
  return (await thread.ask({ text, comments: true })) as Comment[] | null;
}

const PROGRAM = `
  const { parentPort } = require('node:worker_threads');
  const { serialize } = require('node:v8');
  const { LineCounter, isCollection, isMap, isPair, parseDocument } = require('yaml');
  parentPort.on('message', ({ text, paths, comments }) => {
    const lineCounter = new LineCounter();
    const options = { version: '1.2', schema: 'core', strict: true, uniqueKeys: true, prettyErrors: false, lineCounter };
    const yaml = parseDocument(text, options);
    const place = (at) => {
      if (at === undefined) return null;
      const { line, col } = lineCounter.linePos(at);
      return { line, column: col };
    };
    if (comments) return parentPort.postMessage(commentsOf(yaml, text, place));
    parentPort.postMessage(paths ? paths.map((path) => place(find(yaml, path))) : read(yaml, place));
  });
  function read(yaml, place) {
    const [fault] = [...yaml.errors, ...yaml.warnings];
    if (fault) return { refused: 'not_yaml', why: fault.message, place: place(fault.pos[0]) };
    const refused = whyNot(yaml.contents);
    if (refused) return { refused };
    try {
      return { pieces: piecesOf(yaml.toJS({ maxAliasCount: 0 })) };
    } catch {
      // The one thing left that it refuses: something that stands for something else.
      return { refused: 'yaml_alias' };
    }
  }
  // The parser itself takes a hundred thousand brackets; whoever walks through them after it does not.
  function whyNot(root) {
    const open = [[root, 0]];
    let values = 0;
    for (let next = open.pop(); next; next = open.pop()) {
      const [node, depth] = next;
      if (depth > ${MAX_DEPTH}) return 'too_deep';
      if (++values > ${MOST_NODES}) return 'too_large';
      if (isCollection(node)) for (const item of node.items) open.push([item, depth + 1]);
      else if (isPair(node)) open.push([node.value, depth]);
    }
  }
  function piecesOf(root) {
    const pieces = [];
    let entries = [];
    let values = 0;
    const cut = () => pieces.push(serialize(entries.splice(0)));
    const give = (path, item) => {
      const count = countIn(item);
      const isWhole = count <= ${AT_ONCE};
      entries.push([path, isWhole ? item : Array.isArray(item) ? [] : {}]);
      values += isWhole ? count : 1;
      if (values > ${AT_ONCE}) {
        cut();
        values = 0;
      }
      if (!isWhole) for (const name of Object.keys(item)) give([...path, name], item[name]);
    };
    give([], root);
    cut();
    return pieces;
  }
  function countIn(item) {
    if (typeof item !== 'object' || item === null) return 1;
    let count = 1;
    for (const name of Object.keys(item)) count += countIn(item[name]);
    return count;
  }
  const OF_EDITORS = /^ *yaml-language-server:.*\\n?/gm;
  function commentsOf(yaml, text, place) {
    const found = [];
    const lines = text.split('\\n');
    const told = (node, more) => node && tidy({
      before: node.commentBefore?.replace(OF_EDITORS, ''), after: node.comment, spaced: node.spaceBefore, ...more,
    });
    const tell = (path, name, value) => {
      const comment = tidy({ name, value });
      if (comment) found.push({ path, comment });
    };
    tell([], undefined, told(yaml));
    const walk = (node, path, name) => {
      if (!isCollection(node)) return;
      node.items.forEach((item, index) => {
        if (!isPair(item)) {
          tell([...path, String(index)], undefined, told(item));
          return walk(item, [...path, String(index)]);
        }
        const above = linesAbove(item.key, lines, place);
        if (index > 0) return bringHome(node.items[index - 1].value, item.key, above);
        if (isMap(node) && node !== yaml.contents) divide(node, item.key, above, name);
      });
      // Once all of this level are where they belong.
      for (const item of node.items.filter(isPair)) {
        const below = [...path, String(item.key.value)];
        walk(item.value, below, item.key);
        tell(below, told(item.key, { after: undefined }), told(item.value));
      }
    };
    walk(yaml.contents, []);
    return found;
  }
  // What stands above a name and is indented as it is belongs to it.
  function linesAbove(key, lines, place) {
    const { line, column } = place(key.range[0]);
    const own = [];
    for (let at = line - 2; at >= 0; at--) {
      const text = lines[at];
      if (text.trim() !== '' && !(text.trimStart().startsWith('#') && text.search(/\\S/) === column - 1)) break;
      if (text.trim() !== '') own.unshift(text.trim().slice(1));
    }
    return own;
  }
  // The parser gives it to the end of what is before it.
  function bringHome(before, key, own) {
    if (own.length === 0) return;
    for (let node = before; isCollection(node); node = isPair(node.items.at(-1)) ? node.items.at(-1).value : node.items.at(-1)) {
      if (!endsWith(node.comment, own)) continue;
      node.comment = cut(node.comment, own);
      key.commentBefore = joined(own.join('\\n'), key.commentBefore);
      return;
    }
  }
  // Or, above the first name, to all of them: together with what stands beside the name above.
  function divide(map, first, own, name) {
    if (!map.commentBefore) return;
    const isOwn = own.length > 0 && endsWith(map.commentBefore, own);
    if (isOwn) first.commentBefore = joined(own.join('\\n'), first.commentBefore);
    const beside = isOwn ? cut(map.commentBefore, own) : map.commentBefore;
    if (beside && name) name.commentBefore = joined(name.commentBefore, beside);
    if (name || isOwn) map.commentBefore = undefined;
  }
  function endsWith(comment, lines) {
    return comment ? comment.split('\\n').slice(-lines.length).join('\\n') === lines.join('\\n') : false;
  }
  function cut(comment, lines) {
    return comment.split('\\n').slice(0, -lines.length).join('\\n').trimEnd() || undefined;
  }
  function joined(...parts) {
    return parts.filter(Boolean).join('\\n');
  }
  function tidy(object) {
    const told = Object.entries(object).filter(([, value]) => value);
    return told.length > 0 ? Object.fromEntries(told) : undefined;
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

const thread = new SideThread<{ text: string; paths?: string[]; comments?: true }, unknown>({
  name: 'parse-yaml',
  program: PROGRAM,
  longestMs: LONGEST_MS,
  memoryMb: 1_024,
});
