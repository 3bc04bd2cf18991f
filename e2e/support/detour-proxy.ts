import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a proxy makes of the stream: passes it on, keeps it to itself until it ends, or has none. */
export type Manner = 'pass' | 'collect' | 'refuse';

/** A reverse proxy in front of a system, as administrators have them; everything but the stream goes through as it is. */
export async function startProxy(target: string) {
  let manner: Manner = 'pass';
  const streams = new Set<ServerResponse>();
  const server = createServer((asked, answer) => {
    const isStream = asked.url === '/api/live';
    if (isStream && manner === 'refuse') return answer.writeHead(502).end();
    const onward = request(new URL(asked.url!, target), { method: asked.method, headers: asked.headers });
    onward.on('error', () => answer.destroy());
    answer.on('close', () => onward.destroy());
    onward.on('response', (response) => {
      if (isStream) streams.add(answer);
      if (isStream && manner === 'collect') return response.resume();
      passOn(response, answer);
    });
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    become: (next: Manner) => {
      manner = next;
    },
    /** As a proxy does that is started anew. */
    cutStreams: () => {
      for (const stream of streams) stream.destroy();
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function passOn(response: IncomingMessage, answer: ServerResponse): void {
  answer.writeHead(response.statusCode!, response.headers);
  answer.flushHeaders();
  response.on('error', () => answer.destroy());
  response.pipe(answer);
}
