import { AppError } from '@/lib/errors';

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

  push(bytes: Uint8Array): void {
    const copy = new Uint8Array(bytes);
    this.reader.postMessage({ id: this.id, bytes: copy }, [copy.buffer]);
  }

  /** @throws AppError malformed_json */
  async parse(): Promise<unknown> {
    this.reader.ref();
    const parsed = await new Promise<Parsed>((resolve, reject) => {
      waiting.set(this.id, { resolve, reject });
      this.reader.postMessage({ id: this.id });
    });
    if (!parsed) throw malformed();
    return parsed.value;
  }

  drop(): void {
    this.reader.postMessage({ id: this.id, drop: true });
  }
}

type Parsed = { value: unknown } | undefined;
type Reader = import('node:worker_threads').Worker;

/** As text, since what bundles the server would look for a file of it. What it made is copied back, each string as a whole. */
const READER = `
  const { parentPort } = require('node:worker_threads');
  const bodies = new Map();
  parentPort.on('message', ({ id, bytes, drop }) => {
    const chunks = bodies.get(id) ?? [];
    if (bytes) return void (chunks.push(bytes), bodies.set(id, chunks));
    bodies.delete(id);
    if (!drop) parentPort.postMessage({ id, parsed: read(chunks) });
  });
  function read(chunks) {
    try {
      return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))) };
    } catch {
      return undefined;
    }
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
