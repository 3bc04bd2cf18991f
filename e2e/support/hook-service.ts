import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Held, HOOK_PLAYS, type HookKind } from '@/lib/testing/hook-plays';

/** A service's own list of webhooks on this machine, for the browser tests. */
export async function startHookService(kind: HookKind) {
  const held: Held = [];
  const state = { refuses: false };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = '', url: path = '', headers } = request;
    const call = { method, path, headers, body: Buffer.concat(chunks) };
    const answer = state.refuses ? { status: 403, body: {} } : HOOK_PLAYS[kind].answer(call, held);
    if (typeof answer === 'string') return request.socket.destroy();
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, held, state, close };
}
