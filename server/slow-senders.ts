import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { bareHeaders } from './response-headers';

/** For `createServer`: how long a request may take to come. Node looks for those that take longer so often. */
export const TIME_LIMITS = {
  headersTimeout: 15_000,
  /** 36 MB over a slow line. */
  requestTimeout: 180_000,
  connectionsCheckingInterval: 5_000,
  /** Longer than the idle time of common proxies, which must be the ones to close. */
  keepAliveTimeout: 65_000,
};

/** Nothing of a body came for so long: whoever sends has gone, or keeps a place on purpose. */
const SILENCE = { silenceMs: 15_000, everyMs: 5_000 };

type Upload = { bytes: number; since: number };

/** Ends requests whose body does not come, also of routes that do not read it, and answers what is no HTTP as everything else. */
export function endSlowSenders(server: Server, { silenceMs, everyMs } = SILENCE): void {
  const uploads = new Map<IncomingMessage, Upload>();
  const answers = new WeakMap<object, ServerResponse>();
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    answers.set(request.socket, response);
    response.once('close', () => answers.delete(request.socket));
    if (hasBody(request)) uploads.set(request, { bytes: request.socket.bytesRead, since: Date.now() });
  });
  const look = setInterval(() => {
    for (const [request, upload] of uploads) {
      const { complete, destroyed, socket, readableLength } = request;
      if (complete || destroyed) uploads.delete(request);
      // What has come and is not read waits for us.
      else if (socket.bytesRead !== upload.bytes || readableLength > 0)
        uploads.set(request, { bytes: socket.bytesRead, since: Date.now() });
      else if (Date.now() - upload.since >= silenceMs) end(socket, 408);
    }
  }, everyMs).unref();
  server.once('close', () => clearInterval(look));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) =>
    end(socket as Socket, STATUS_OF[error.code ?? ''] ?? 400),
  );

  /** Past whoever may still be at work on an answer; one that has begun is cut off. */
  function end(socket: Socket, status: number): void {
    const isFree = socket.writable && !answers.get(socket)?.headersSent;
    if (isFree) socket.write(bareAnswer(status));
    socket.destroy();
  }
}

const STATUS_OF: Record<string, number> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

function hasBody({ headers, complete }: IncomingMessage): boolean {
  return !complete && (Number(headers['content-length']) > 0 || headers['transfer-encoding'] !== undefined);
}

export function bareAnswer(status: number): string {
  const headers = [['connection', 'close'], ['content-length', '0'], ...bareHeaders()];
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}
