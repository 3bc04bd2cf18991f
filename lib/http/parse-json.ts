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
   * With `files` long `content` of `attachments`, of one message or of several `messages`, comes back as what it is the base64 of; `folded`:
   * which may stand in lines.
   */
  constructor(private readonly options: { files: boolean | 'folded' } = { files: false }) {}

  push(bytes: Uint8Array): void {
    const copy = new Uint8Array(bytes);
    this.reader.postMessage({ id: this.id, bytes: copy }, [copy.buffer]);
  }

  /** @throws AppError malformed_json */
  async parse(): Promise<unknown> {
    const parsed = await inTurn(() => this.ask());
    if (!parsed) throw malformed();
    for (const attachment of parsed.files)
      attachment.content = new FileBytes(
        Buffer.from(attachment.content.bytes.buffer),
        Buffer.from(attachment.content.sha256),
      );
    return parsed.value;
  }

  private ask(): Promise<Parsed> {
    this.reader.ref();
    return new Promise((resolve, reject) => {
      waiting.set(this.id, { resolve, reject });
      this.reader.postMessage({ id: this.id, ...this.options });
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

/** Files are those attachments within the value whose content was read. */
type Parsed =
  | {
      value: unknown;
      files: { content: FileBytes | { bytes: Uint8Array<ArrayBuffer>; sha256: Uint8Array } }[];
    }
  | undefined;
type Reader = import('node:worker_threads').Worker;

/**
 * As text, since what bundles the server would look for a file of it. What it made is copied back, each string as a whole; files change
 * hands. What is no base64 (see `decodeBase64`, which this does as well) comes back as something short that is none either.
 */
const READER = `
  const { createHash } = require('node:crypto');
  const { parentPort } = require('node:worker_threads');
  const bodies = new Map();
  parentPort.on('message', ({ id, bytes, drop, files }) => {
    const chunks = bodies.get(id) ?? [];
    if (bytes) return void (chunks.push(bytes), bodies.set(id, chunks));
    bodies.delete(id);
    if (drop) return;
    const parsed = read(chunks, files);
    parentPort.postMessage({ id, parsed }, parsed ? parsed.files.map(({ content }) => content.bytes.buffer) : []);
  });
  function read(chunks, files) {
    try {
      const bytes = Buffer.concat(chunks.splice(0));
      const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
      return { value, files: files ? [value, ...listOf(value?.messages)].flatMap((one) => readFiles(one, files)) : [] };
    } catch {
      return undefined;
    }
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
  const reader = new Worker(READER, { eval: true, name: 'parse-json', execArgv: [] });
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

function malformed(): AppError {
  return new AppError('malformed_json', 'The body is not valid JSON in UTF-8.');
}
