import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type ApiAnswer, allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { setUpDns } from '@/lib/testing/dns-server';
import { listen } from '@/lib/testing/smtp-server';
import { safeFetch } from './safe-fetch';

allowLoopbackTargets();

/** More than the buffers of two systems hold. */
const LARGE = Buffer.alloc(40 * 1024 * 1024, 'x');
const signal = () => AbortSignal.timeout(15_000);
const post = (url: string, body: string | Buffer, timeoutMs?: number) =>
  safeFetch({ method: 'POST', url, body, timeoutMs, signal: signal() });

/** A server of this machine that does with the nth connection what `meet` says. */
async function serveTcp(meet: (socket: Socket, nth: number) => void): Promise<string> {
  let count = 0;
  const server = createTcpServer((socket) => meet(socket, ++count));
  return `http://127.0.0.1:${await listen(server)}`;
}

const OK = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok';

describe('what became of a request that got no answer', () => {
  it('closed in the middle of a large body: not sent', async () => {
    const url = await serveTcp((socket) => {
      let read = 0;
      socket.on('data', (chunk) => {
        read += chunk.length;
        if (read > 300_000) socket.resetAndDestroy();
      });
    });
    await expect(post(url, LARGE)).rejects.toMatchObject({ sent: false });
  });

  it('closed after all of it: it may be', async () => {
    const url = await serveTcp((socket) => socket.once('data', () => socket.resetAndDestroy()));
    await expect(post(url, 'x')).rejects.toMatchObject({ sent: true, code: 'ECONNRESET' });
  });

  it('silent after all of it: it may be, when the time for an answer is over', async () => {
    const { url } = await startApiServer(() => 'silent');
    await expect(post(url, 'x', 1000)).rejects.toMatchObject({
      sent: true,
      reason: 'timeout',
      code: 'ETIMEDOUT',
      message: 'no answer within 2 s',
    });
  });

  it('a GET never is: asking twice does nothing', async () => {
    const { url } = await startApiServer(() => 'drop');
    const asked = safeFetch({ method: 'GET', url, signal: signal() });
    await expect(asked).rejects.toMatchObject({ sent: false, code: 'ECONNRESET' });
  });

  it('and is asked once more where the connection was lost', async () => {
    const answers: ApiAnswer[] = ['drop', { status: 200, body: 'ok' }];
    const { url } = await startApiServer(() => answers.shift()!);
    expect(await safeFetch({ method: 'GET', url, signal: signal() })).toMatchObject({ text: 'ok' });
  });

  it('stopped by the caller while it uploads: not sent', async () => {
    const stop = new AbortController();
    const url = await serveTcp((socket) => {
      socket.once('data', () => {
        socket.pause();
        stop.abort();
      });
    });
    const sending = safeFetch({ method: 'POST', url, body: LARGE, signal: stop.signal });
    await expect(sending).rejects.toMatchObject({ sent: false, reason: 'timeout' });
  });

  it('a name that does not exist: not sent', async () => {
    await setUpDns({});
    await expect(post('https://api.example.com/', 'x')).rejects.toMatchObject({ sent: false, reason: 'dns' });
  });
});

describe('the time for an answer', () => {
  it('begins when the body is out, however long that took', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const server = await startSlowReader();
    const reply = post(server.url, LARGE, 1000);
    await server.begun;
    // Longer than it may take to connect and to answer, and less than such a body may be under way.
    vi.advanceTimersByTime(60_000);
    server.readOn();
    expect(await reply).toMatchObject({ status: 200, text: 'ok' });
  });
});

/** Reads the beginning of a body, then nothing until it is told to, and answers at once when it has all. */
async function startSlowReader() {
  const [begun, more] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const server: Server = createServer(async (request, response: ServerResponse) => {
    for await (const _ of request) {
      begun.resolve();
      await more.promise;
    }
    response.end('ok');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, begun: begun.promise, readOn: more.resolve };
}

describe('an answer that comes early', () => {
  it('counts, though the body was not read', async () => {
    const url = await serveTcp((socket) =>
      socket.once('data', () =>
        socket.write('HTTP/1.1 413 Content Too Large\r\ncontent-length: 3\r\nconnection: close\r\n\r\nbig'),
      ),
    );
    expect(await post(url, LARGE)).toMatchObject({ status: 413, text: 'big' });
  });
});

describe('a kept connection', () => {
  it('that the server closed is not trusted with a body: a new one is', async () => {
    const bodies: string[] = [];
    const kept: Socket[] = [];
    const url = await serveTcp((socket) => {
      kept.push(socket);
      socket.on('data', (chunk) => {
        bodies.push(chunk.toString().split('\r\n\r\n')[1]!);
        socket.write(OK);
      });
    });
    // undici's pool begins with a second one, and then has two that wait.
    for (const body of ['1', '2', '3', '4']) await post(url, body);
    await nextTurn();
    // Closed in the same turn in which they are used again: nobody here has heard of it yet.
    for (const socket of kept) socket.destroy();
    expect(await post(url, 'last')).toMatchObject({ text: 'ok' });
    expect(bodies).toEqual(['1', '2', '3', '4', 'last']);
  });

  it('is used again where it is alive', async () => {
    let connections = 0;
    const url = await serveTcp((socket, nth) => {
      connections = nth;
      socket.on('data', () => socket.write(OK));
    });
    for (const body of ['1', '2', '3', '4', '5', '6']) await post(url, body);
    // undici's pool opens a second one while the first is being tidied up.
    expect(connections).toBeLessThanOrEqual(2);
  });
});
