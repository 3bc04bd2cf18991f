import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';
import type { ApiRoute } from './api-routes';

/** The routes behind a real address of this machine, for programs that are no test: `url()` once the tests run. */
export function serveApi(routes: ApiRoute[]): { url: () => string } {
  // What is fixed goes before what varies: `/messages/count` is no message.
  const ways = routes
    .toSorted((a, b) => a.params.length - b.params.length)
    .map((route) => ({ route, pattern: patternOf(route.name.split(' ')[1]!) }));
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, 'http://relevo.test');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const way = ways.find(
      ({ route, pattern }) => route.method === request.method && pattern.test(url.pathname),
    );
    if (!way) return response.writeHead(404).end();
    const headers = new Headers(request.headers as Record<string, string>);
    const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined;
    const params = { ...way.pattern.exec(url.pathname)!.groups };
    const answer = await way.route.handler(new Request(url, { method: request.method, headers, body }), {
      params: Promise.resolve(params),
    });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\[(\w+)\]/g, '(?<$1>[^/]+)')}$`);
}
