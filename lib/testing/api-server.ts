import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, onTestFinished } from 'vitest';
import { forgetEnv } from '@/lib/env';

export type ApiCallSeen = { method: string; path: string; headers: IncomingHttpHeaders; body: Buffer };
export type ApiAnswer =
  | { status: number; body?: unknown; headers?: Record<string, string> }
  /** Reads the request and never answers; or hangs up instead of answering. */
  | 'silent'
  | 'drop';

export type ApiServer = { url: string; calls: ApiCallSeen[] };

/** Tests call providers on this machine, which people may not. */
export function allowLoopbackTargets(): void {
  beforeAll(() => {
    process.env.RELEVO_PRIVATE_TARGETS = '127.0.0.0/8';
    forgetEnv();
  });
}

/** A provider's API on a free port of this machine, closed when the test ends. `answer` may throw `Refusal` for a strict check. */
export async function startApiServer(
  answer: (call: ApiCallSeen) => ApiAnswer | Promise<ApiAnswer>,
): Promise<ApiServer> {
  const { server, calls } = await listenTo((listener) => createServer(listener), answer);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls };
}

/** The same on a server of another make. */
export async function listenTo(
  create: (listener: RequestListener) => Server,
  answer: (call: ApiCallSeen) => ApiAnswer | Promise<ApiAnswer>,
): Promise<{ server: Server; calls: ApiCallSeen[] }> {
  const calls: ApiCallSeen[] = [];
  const server = create(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = '', url = '', headers } = request;
    const call = { method, path: url, headers, body: Buffer.concat(chunks) };
    calls.push(call);
    const reply = await answer(call);
    if (reply === 'silent') return;
    if (reply === 'drop') {
      request.socket.destroy();
      return;
    }
    const text =
      typeof reply.body === 'string'
        ? reply.body
        : reply.body === undefined
          ? ''
          : JSON.stringify(reply.body);
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { server, calls };
}
