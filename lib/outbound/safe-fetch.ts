import type { LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { Agent, request } from 'undici';
import { raceAbort } from '@/lib/async/abort';
import { toOutboundError } from './outbound-error';
import { inPieces } from './request-body';
import { CONNECT_MS, RequestClock } from './request-clock';
import { isPublicAddress, resolveTarget } from './targets';

export type OutboundRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** What the answer may take once the request is out; connecting and a large body have limits of their own. */
  timeoutMs?: number;
  /** So much of the answer is read, and the rest left where it is; without it one beyond 1 MB is an error. */
  keepBytes?: number;
  /** Of an answer that has no pages; 1 MB unless told. */
  maxBytes?: number;
  signal: AbortSignal;
};

export type OutboundReply = { status: number; headers: Record<string, string>; text: string };

const MEGABYTE = 1024 * 1024;
const MAX_REPLY_BYTES = MEGABYTE;

/** Connects to the addresses that were checked, whatever the DNS says a moment later; TLS still names the host. */
const lookup: LookupFunction = (host, options, done) => {
  resolveTarget(host).then(
    (targets) => (options.all ? done(null, targets) : done(null, targets[0]!.address, targets[0]!.family)),
    (error: NodeJS.ErrnoException) => done(error, '', 0),
  );
};

const options = {
  connect: { lookup, timeout: CONNECT_MS },
  connections: 50,
  // One request at a time on a connection: what is known of a body's way is known of HTTP/1.1.
  allowH2: false,
  headersTimeout: 0,
  bodyTimeout: 0,
};
/**
 * Servers that keep connections for less time than this say so (`Keep-Alive: timeout=`), which undici heeds; and before it trusts a body to
 * one that waited it looks whether the other side has closed it.
 */
const kept = new Agent({ ...options, keepAliveTimeout: 4_000 });
/** Whose connections are never used a second time. */
const fresh = new Agent({ ...options, keepAliveTimeout: 1 });

/**
 * The one way out over HTTP for URLs that people may set: no private targets, no redirects, at most 1 MB of answer unless told.
 * @throws OutboundError
 */
export async function safeFetch(asked: OutboundRequest): Promise<OutboundReply> {
  const bytes = Buffer.from(asked.body ?? '');
  const clock = new RequestClock(asked.signal, bytes.length, asked.timeoutMs);
  const way: Way = { sent: false };
  try {
    clock.signal.throwIfAborted();
    const target = await findTarget(asked.url, clock);
    const askOn = (agent: Agent) => ask(agent, target, { asked, bytes, clock, way });
    return await askOn(kept).catch((error) => {
      if (!mayRepeat(error, asked) || clock.signal.aborted) throw error;
      return askOn(fresh);
    });
  } catch (error) {
    throw toOutboundError(error, way.sent);
  } finally {
    clock.end();
  }
}

/** How far the request has come: all of it may have arrived. */
type Way = { sent: boolean };
type Asking = { asked: OutboundRequest; bytes: Buffer; clock: RequestClock; way: Way };

async function findTarget(url: string, clock: RequestClock): Promise<URL> {
  const target = new URL(url);
  if (!/^https?:$/.test(target.protocol) || target.username || target.password)
    throw new TypeError(`not a usable URL: ${target.host}`);
  clock.lookUp();
  const addresses = await raceAbort(
    resolveTarget(target.hostname),
    clock.signal,
    () => clock.signal.reason as Error,
  );
  // Unencrypted only inside a network that an administrator opened.
  if (target.protocol === 'http:' && addresses.some(({ address }) => isPublicAddress(address)))
    throw Object.assign(new Error(`${target.host} must be reached over https`), { code: 'EBLOCKED' });
  return target;
}

async function ask(
  dispatcher: Agent,
  target: URL,
  { asked: { method, headers, body, keepBytes, maxBytes }, bytes, clock, way }: Asking,
): Promise<OutboundReply> {
  const progress = {
    onBegin: () => clock.upload(),
    onEnd: () => {
      way.sent = method !== 'GET';
      clock.answer();
    },
  };
  if (bytes.length === 0) way.sent = method !== 'GET';
  clock.request();
  const reply = await request(target, {
    method,
    dispatcher,
    signal: clock.signal,
    headers: { ...headers, ...(body !== undefined && { 'content-length': String(bytes.length) }) },
    // undici takes any iterable, though the type of its `request` does not say so.
    body: bytes.length > 0 ? (inPieces(bytes, progress) as unknown as Readable) : undefined,
  });
  return {
    status: reply.statusCode,
    headers: flatten(reply.headers),
    text: await readText(reply.body, { keepBytes, maxBytes }),
  };
}

/** A kept connection that was gone when it was used again, and nothing happens by asking twice. */
function mayRepeat(error: unknown, { method }: OutboundRequest): boolean {
  return (
    method === 'GET' && /^(UND_ERR_SOCKET|ECONNRESET|EPIPE)$/.test((error as { code?: string }).code ?? '')
  );
}

async function readText(
  body: AsyncIterable<Buffer>,
  { keepBytes, maxBytes = MAX_REPLY_BYTES }: Pick<OutboundRequest, 'keepBytes' | 'maxBytes'>,
): Promise<string> {
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of body) {
    total += chunk.length;
    chunks.push(chunk);
    // Whoever leaves the loop closes the connection.
    if (keepBytes !== undefined && total >= keepBytes) break;
    if (total > maxBytes)
      throw Object.assign(new Error(`the answer is larger than ${maxBytes / MEGABYTE} MB`), {
        code: 'E2BIG',
      });
  }
  return Buffer.concat(chunks).subarray(0, keepBytes).toString('utf8');
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}
