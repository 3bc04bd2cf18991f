import { ownTurn } from '@/lib/async/own-turn';
import { AppError } from '@/lib/errors';
import { FileBytes } from '@/lib/text/file-bytes';

/** UTF-8, strictly. @throws AppError malformed_json */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw malformed();
  }
}

/** The same for what is large, in a thread beside the event loop, which gets it piece by piece: whole it would hold everybody up. */
export class LargeJson {
  private readonly id = ++count;
  private readonly reader = openReader();

  /**
   * With `files` long `content` of `attachments`, of one message or of several `messages` or `notifications`, comes back as what it is the base64 of; `folded`:
   * which may stand in lines.
   */
  constructor(private readonly options: { files: boolean | 'folded' } = { files: false }) {}

  push(bytes: Uint8Array): void {
    const copy = new Uint8Array(bytes);
    this.reader.postMessage({ id: this.id, bytes: copy }, [copy.buffer]);
  }

  /** @throws AppError malformed_json */
  async parse(): Promise<unknown> {
    let parsed = await inTurn(() => this.ask(this.options));
    if (!parsed) throw malformed();
    const { value, list } = parsed;
    const items = (list === '' ? value : (value as Record<string, unknown>)[list!]) as unknown[];
    for (;;) {
      openFiles(parsed.files);
      if (!parsed.more) return value;
      parsed = (await inTurn(() => this.ask({ more: true })))!;
      for (const item of parsed.value as unknown[]) items.push(item);
    }
  }

  private ask(what: object): Promise<Parsed> {
    this.reader.ref();
    return new Promise((resolve, reject) => {
      waiting.set(this.id, { resolve, reject });
      this.reader.postMessage({ id: this.id, ...what });
    });
  }

  drop(): void {
    this.reader.postMessage({ id: this.id, drop: true });
  }
}

let last: Promise<unknown> = Promise.resolve();

/** One after the other, with a breath between: what is there together the event loop takes in one go, and holds everybody up for all of it. */
function inTurn<T>(read: () => Promise<T>): Promise<T> {
  const own = last.then(read);
  const turn = own.then(ownTurn, ownTurn);
  last = turn;
  return turn.then(() => own);
}

/**
 * Files are those attachments within the value whose content was read. Of a large body the longest list comes empty, and what is in it piece
 * by piece as long as there is `more`. `list` is its name; none where it is the value itself.
 */
type Parsed = { value: unknown; files: ReadFile[]; list?: string; more?: boolean } | undefined;
type ReadFile = { content: FileBytes | { bytes: Uint8Array<ArrayBuffer>; sha256: Uint8Array } };
type Reader = import('node:worker_threads').Worker;

/** Of what is new in the thread. Left to V8 it would keep three times that. */
const YOUNG_MB = 16;
/** So much of a body is copied back in one turn: its strings fill the space for what is new, and clearing that takes its time. */
const PIECE_BYTES = 1024 * 1024;

/**
 * As text, since what bundles the server would look for a file of it. What it made is copied back, each string as a whole; files change
 * hands. What is no base64 (see `decodeBase64`, which this does as well) comes back as something short that is none either.
 */
const READER = `
  const { createHash } = require('node:crypto');
  const { parentPort } = require('node:worker_threads');
  const LISTS = ['messages', 'notifications'];
  const bodies = new Map();
  const lists = new Map();
  parentPort.on('message', ({ id, bytes, drop, files, more }) => {
    if (more) return answer(id, nextPiece(id));
    const chunks = bodies.get(id) ?? [];
    if (bytes) return void (chunks.push(bytes), bodies.set(id, chunks));
    bodies.delete(id);
    if (!drop) answer(id, read(id, chunks, files));
  });
  function answer(id, parsed) {
    parentPort.postMessage({ id, parsed }, parsed ? parsed.files.map(({ content }) => content.bytes.buffer) : []);
  }
  function read(id, chunks, files) {
    try {
      const bytes = Buffer.concat(chunks.splice(0));
      const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
      const list = bytes.length > ${PIECE_BYTES} ? longestList(value) : undefined;
      if (list !== undefined) {
        const items = list === '' ? value : value[list];
        const size = Math.max(1, Math.floor((items.length * ${PIECE_BYTES}) / bytes.length));
        lists.set(id, { items: items.splice(0), at: 0, size, files: LISTS.includes(list) && files });
      }
      const own = files ? [value, ...LISTS.flatMap((name) => listOf(value?.[name]))].flatMap((one) => readFiles(one, files)) : [];
      return { value, files: own, list, more: list !== undefined };
    } catch {
      return undefined;
    }
  }
  function nextPiece(id) {
    const list = lists.get(id);
    const value = list.items.slice(list.at, (list.at += list.size));
    const more = list.at < list.items.length;
    if (!more) lists.delete(id);
    return { value, files: list.files ? value.flatMap((one) => readFiles(one, list.files)) : [], more };
  }
  function longestList(value) {
    if (Array.isArray(value)) return value.length > 1 ? '' : undefined;
    const names = Object.keys(Object(value)).filter(
      (name) => name !== '' && name !== '__proto__' && name !== 'attachments' && listOf(value[name]).length > 1,
    );
    return names.sort((a, b) => value[b].length - value[a].length)[0];
  }
  function readFiles(message, files) {
    return listOf(message?.attachments).filter((attachment) => {
      const text = attachment?.content;
      if (typeof text !== 'string' || text.length <= ${64 * 1024}) return false;
      const bytes = decode(files === 'folded' ? text.replace(/\\s+/g, '') : text);
      attachment.content = bytes ? { bytes, sha256: createHash('sha256').update(bytes).digest() } : '!';
      return bytes !== undefined;
    });
  }
  function listOf(value) {
    return Array.isArray(value) ? value : [];
  }
  function decode(text) {
    if (text.length % 4 !== 0 || text.includes('-') || text.includes('_')) return undefined;
    const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
    const bytes = Buffer.from(new ArrayBuffer((text.length / 4) * 3 - padding));
    return bytes.write(text, 'base64') === bytes.length ? bytes : undefined;
  }`;

const waiting = new Map<number, { resolve: (parsed: Parsed) => void; reject: (error: unknown) => void }>();
let open: Reader | undefined;
let count = 0;

function openReader(): Reader {
  if (open) return open;
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MB };
  const reader = new Worker(READER, { eval: true, name: 'parse-json', execArgv: [], resourceLimits });
  reader.unref();
  reader.on('message', ({ id, parsed }: { id: number; parsed: Parsed }) => {
    waiting.get(id)?.resolve(parsed);
    waiting.delete(id);
    if (waiting.size === 0) reader.unref();
  });
  reader.on('error', (error) => {
    open = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });
  open = reader;
  return reader;
}

function openFiles(files: ReadFile[]): void {
  for (const attachment of files)
    attachment.content = new FileBytes(
      Buffer.from(attachment.content.bytes.buffer),
      Buffer.from(attachment.content.sha256),
    );
}

function malformed(): AppError {
  return new AppError('malformed_json', 'The body is not valid JSON in UTF-8.');
}
