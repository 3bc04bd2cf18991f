import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { until } from '@/lib/testing/until';
import { completeHeaders } from './response-headers';
import { endSlowSenders, TIME_LIMITS } from './slow-senders';

/** The same, in tenths of seconds. */
const SHORT = { headersTimeout: 300, requestTimeout: 1_200, connectionsCheckingInterval: 50 };

let server: ReturnType<typeof createServer>;
let sockets: Socket[];
let reading: boolean;

beforeEach(async () => {
  sockets = [];
  reading = true;
  server = createServer(SHORT, (request, response) => {
    completeHeaders(request, response);
    if (request.url === '/begun') return void response.write('begun ');
    if (reading)
      text(request).then(
        (body) => response.end(`got ${body.length}`),
        () => undefined,
      );
  });
  endSlowSenders(server, { silenceMs: 300, everyMs: 50 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  server.closeAllConnections();
  server.close();
});

function open() {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket);
  const seen = { text: '', closed: false };
  socket.on('data', (bytes) => {
    seen.text += bytes;
  });
  socket
    .on('error', () => undefined)
    .on('close', () => {
      seen.closed = true;
    });
  return { socket, seen };
}

const HEAD = 'POST / HTTP/1.1\r\nhost: relevo\r\n';
const over = (seen: { closed: boolean }) => until(() => expect(seen.closed).toBe(true));

describe('who sends slowly', () => {
  it('headers, a letter at a time, is answered 408 when the time for them is over', async () => {
    const { socket, seen } = open();
    socket.write('POST / HTTP/1.1\r\n');
    const drip = setInterval(() => socket.writable && socket.write('x'), 20);
    await over(seen);
    clearInterval(drip);
    expect(seen.text).toMatch(/^HTTP\/1\.1 408 /);
    expect(seen.text).toMatch(/x-request-id: [0-9a-f-]{36}/);
    expect(seen.text).toContain('x-content-type-options: nosniff');
  });

  it.each([
    ['a body that was announced', 'content-length: 10\r\n\r\nabc'],
    ['a body in pieces', 'transfer-encoding: chunked\r\n\r\n3\r\nabc\r\n'],
  ])('and then nothing more of %s, is answered 408', async (_, rest) => {
    const { socket, seen } = open();
    socket.write(HEAD + rest);
    await over(seen);
    expect(seen.text).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('a body to a route that does not read it, too', async () => {
    reading = false;
    const { socket, seen } = open();
    socket.write(`${HEAD}content-length: 10\r\n\r\n`);
    await over(seen);
    expect(seen.text).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('a byte now and then, is cut off when the time for the whole is over', async () => {
    const { socket, seen } = open();
    socket.write(`${HEAD}content-length: 100000\r\n\r\n`);
    const drip = setInterval(() => socket.writable && socket.write('x'), 50);
    await over(seen);
    clearInterval(drip);
    expect(seen.text).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('after an answer has begun, is cut off without a second one', async () => {
    const { socket, seen } = open();
    socket.write('POST /begun HTTP/1.1\r\nhost: relevo\r\ncontent-length: 10\r\n\r\n');
    await over(seen);
    expect(seen.text.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });

  it('but comes on, is served', async () => {
    const { socket, seen } = open();
    socket.write(`${HEAD}content-length: 8\r\n\r\n`);
    let sent = 0;
    const drip = setInterval(() => void (sent++ < 8 && socket.write('x')), 100);
    await until(() => expect(seen.text).toContain('got 8'));
    clearInterval(drip);
    expect(seen.text).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('is not who waits for us: what has come and is not read is no silence', async () => {
    reading = false;
    const { socket, seen } = open();
    socket.write(`${HEAD}content-length: 200000\r\n\r\n${'x'.repeat(100_000)}`);
    const silent = open();
    silent.socket.write(`${HEAD}content-length: 10\r\n\r\n`);
    await over(silent.seen);
    expect(seen).toEqual({ text: '', closed: false });
  });
});

it.each([
  ['no HTTP', 'what is this\r\n\r\n', 400],
  ['headers without end', `GET / HTTP/1.1\r\nhost: relevo\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, 431],
])('%s is answered like everything else', async (_, sent, status) => {
  const { socket, seen } = open();
  socket.write(sent);
  await over(seen);
  expect(seen.text).toContain(`HTTP/1.1 ${status} `);
  expect(seen.text).toContain('x-request-id: ');
});

it('has time limits that a phone keeps and a slow sender does not', () => {
  expect(TIME_LIMITS.headersTimeout).toBeLessThanOrEqual(20_000);
  expect(TIME_LIMITS.requestTimeout).toBeLessThanOrEqual(300_000);
  // 36 MB at 2 Mbit/s.
  expect(TIME_LIMITS.requestTimeout).toBeGreaterThanOrEqual(144_000);
});
