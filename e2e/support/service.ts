import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

type Call = { method: string; path: string; headers: IncomingHttpHeaders; body: Buffer };
type Answer = { status: number; body?: unknown } | string;

/**
 * A service's API on this machine, for the browser tests; `refuses`: it lets the key do nothing. What it does not understand it answers as
 * a service does: a check of health may come at any moment.
 */
export async function startService(answer: (call: Call) => Answer) {
  const state = { refuses: false };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = '', url: path = '', headers } = request;
    const said = state.refuses
      ? { status: 403, body: {} }
      : orRefusal(() => answer({ method, path, headers, body: Buffer.concat(chunks) }));
    if (typeof said === 'string') return request.socket.destroy();
    response.writeHead(said.status, { 'content-type': 'application/json' });
    response.end(said.body === undefined ? '' : JSON.stringify(said.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, state, close };
}

function orRefusal(answer: () => Answer): Answer {
  try {
    return answer();
  } catch (error) {
    return { status: 400, body: { message: String(error) } };
  }
}
