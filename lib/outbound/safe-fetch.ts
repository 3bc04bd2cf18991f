import type { LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { Agent, request } from 'undici';
import { isPublicAddress, resolveTarget } from './targets';

export type OutboundRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  signal: AbortSignal;
};

export type OutboundReply = { status: number; headers: Record<string, string>; text: string };

/** One word for people; never enough to scan somebody's ports with. */
export type OutboundCause = 'dns' | 'blocked' | 'refused' | 'timeout' | 'tls' | 'protocol';

/** No usable answer. `sent`: our request may have reached the other side all the same. */
export class OutboundError extends Error {
  override name = 'OutboundError';
  constructor(
    readonly reason: OutboundCause,
    readonly sent: boolean,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const MAX_REPLY_BYTES = 1024 * 1024;
const CONNECT_TIMEOUT_MS = 10_000;

/** Connects to the addresses that were checked, whatever the DNS says a moment later; TLS still names the host. */
const lookup: LookupFunction = (host, options, done) => {
  resolveTarget(host).then(
    (targets) => (options.all ? done(null, targets) : done(null, targets[0]!.address, targets[0]!.family)),
    (error: NodeJS.ErrnoException) => done(error, '', 0),
  );
};

const agent = new Agent({
  connect: { lookup, timeout: CONNECT_TIMEOUT_MS },
  keepAliveTimeout: 30_000,
  connections: 50,
  headersTimeout: 0,
  bodyTimeout: 0,
});

/**
 * The one way out over HTTP for URLs that people may set: no private targets, no redirects, at most 1 MB of answer.
 * @throws OutboundError
 */
export async function safeFetch({
  method,
  url,
  headers = {},
  body,
  signal,
}: OutboundRequest): Promise<OutboundReply> {
  let sent = false;
  try {
    signal.throwIfAborted();
    const target = parseTarget(url);
    const addresses = await resolveTarget(target.hostname);
    if (target.protocol === 'http:' && addresses.some(({ address }) => isPublicAddress(address)))
      throw plainHttp(target.host);
    const bytes = body === undefined ? undefined : Buffer.from(body);
    const reply = await request(target, {
      method,
      dispatcher: agent,
      signal,
      headers: { ...headers, ...(bytes && { 'content-length': String(bytes.length) }) },
      // Read only once there is a connection: from then on the outcome can be unknown.
      body:
        bytes &&
        lazily(bytes, () => {
          sent = true;
        }),
    });
    const text = await readText(reply.body);
    return { status: reply.statusCode, headers: flatten(reply.headers), text };
  } catch (error) {
    throw toOutboundError(error, sent || method === 'GET', signal);
  }
}

function parseTarget(url: string): URL {
  const target = new URL(url);
  if (!/^https?:$/.test(target.protocol) || target.username || target.password)
    throw new TypeError(`not a usable URL: ${target.host}`);
  return target;
}

/** Unencrypted only inside a network that an administrator opened. */
function plainHttp(host: string): Error {
  return Object.assign(new Error(`${host} must be reached over https`), { code: 'EBLOCKED' });
}

function lazily(bytes: Buffer, onRead: () => void): Readable {
  return new Readable({
    read() {
      onRead();
      this.push(bytes);
      this.push(null);
    },
  });
}

async function readText(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of body) {
    total += chunk.length;
    if (total > MAX_REPLY_BYTES) throw new Error('the answer is larger than 1 MB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

const REASONS: [RegExp, OutboundCause][] = [
  [/EBLOCKED/, 'blocked'],
  [/ENOTFOUND|EAI_AGAIN|ENODATA/, 'dns'],
  [/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/, 'refused'],
  [/TIMEOUT|ETIMEDOUT/, 'timeout'],
  [/CERT|TLS|SSL|EPROTO|SELF_SIGNED|UNABLE_TO/, 'tls'],
];

function toOutboundError(error: unknown, sent: boolean, signal: AbortSignal): OutboundError {
  const { code, message, errors } = error as { code?: string; message: string; errors?: { code?: string }[] };
  const known = signal.aborted ? 'ETIMEDOUT' : (code ?? errors?.[0]?.code ?? 'EPROTOCOL');
  const reason = REASONS.find(([pattern]) => pattern.test(known))?.[1] ?? 'protocol';
  const beforeConnection =
    reason === 'blocked' || reason === 'dns' || reason === 'refused' || reason === 'tls';
  return new OutboundError(reason, sent && !beforeConnection, known, message);
}
