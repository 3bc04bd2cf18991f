import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApiAnswer, ApiCallSeen } from '@/lib/testing/api-server';

export type FakeApi = { url: string; sent: string[]; close: () => Promise<void> };

type Rules = {
  /** The provider's own proof of identity; without it nothing is answered but 401. */
  admits: (headers: IncomingHttpHeaders) => boolean;
  account: object;
  sendPath: string;
  accepted: { status: number; body?: object; headers?: Record<string, string> };
};

/** A provider's API on this machine, for the browser tests; field by field it is checked in the adapters' own tests. */
export async function startFakeApi({ admits, account, sendPath, accepted }: Rules): Promise<FakeApi> {
  const sent: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const sending = request.method === 'POST' && request.url === sendPath;
    const answer = !admits(request.headers)
      ? { status: 401, body: {} }
      : sending
        ? accepted
        : { status: 200, body: account };
    if (sending && answer.status < 300) sent.push(Buffer.concat(chunks).toString('utf8'));
    response.writeHead(answer.status, {
      'content-type': 'application/json',
      ...('headers' in answer && answer.headers),
    });
    response.end(answer.body ? JSON.stringify(answer.body) : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sent, close };
}

/** A provider's API that is played elsewhere, with an answer to each request. */
export async function serveAnswers(
  answer: (call: ApiCallSeen) => ApiAnswer,
): Promise<Pick<FakeApi, 'url' | 'close'>> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = '', url = '', headers } = request;
    const reply = answer({ method, path: url, headers, body: Buffer.concat(chunks) });
    if (typeof reply === 'string') return void request.socket.destroy();
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
    response.end(reply.body === undefined ? '' : JSON.stringify(reply.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
