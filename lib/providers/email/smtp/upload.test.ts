import { createServer, type Socket } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import type { Adapter, ProviderConfig } from '@/lib/providers/adapter';
import { makeOutgoing } from '@/lib/testing/outgoing';
import type { SmtpScript, Step } from '@/lib/testing/scripted-smtp';
import { configure, scripted } from '@/lib/testing/smtp-scenes';
import { listen } from '@/lib/testing/smtp-server';
import { until } from '@/lib/testing/until';
import { createConnection, openConnection, type SmtpConfig } from './connection';
import { limitsOf, type SendLimits } from './limits';
import { smtp } from './smtp';
import { transact } from './transaction';

const adapter = smtp as unknown as Adapter;
afterAll(() => adapter.close());

const MB = 1024 * 1024;
const REFUSED = { outcome: 'refused', fault: 'provider', permanent: false };

function messageOf(bytes: number) {
  const content = Buffer.alloc(bytes, 'Relevo\0\r\n.\r\n');
  return makeOutgoing({
    attachments: [{ filename: 'big.bin', contentType: 'application/octet-stream', content }],
  });
}

async function send(config: ProviderConfig, bytes: number, signal = AbortSignal.timeout(60_000)) {
  return (await adapter.send(config, messageOf(bytes), signal)).outcomes[0]!;
}

describe('a body whose end was not sent was not accepted', () => {
  const cut = (does: Step | 'pause'): SmtpScript => ({ midBody: { bytes: 300_000, does } });

  it.each<[string, Step, object]>([
    ['the connection breaks', 'drop', REFUSED],
    [
      'the server refuses and closes',
      { say: '421 4.3.2 Shutting down', ends: 'close' },
      { ...REFUSED, code: '421' },
    ],
    ['the server closes half', { say: '421 4.3.2 Bye', ends: 'half-close' }, { ...REFUSED, code: '421' }],
    [
      'the server has enough of it',
      '552 5.3.4 Message too big',
      { outcome: 'refused', code: '552', permanent: true },
    ],
    ['the server thanks too early', '250 2.0.0 Ok', { ...REFUSED, code: 'EPROTOCOL' }],
  ])('%s in the middle of 3 MB', async (_title, does, expected) => {
    const { config, server } = await scripted(cut(does), { timeoutMs: 5000, pool: { maxConnections: 1 } });
    expect(await send(config, 3 * MB)).toMatchObject(expected);
    expect(server.mails).toEqual([]);
    expect(server.commands.filter((line) => line === 'RSET')).toEqual([]);
    await until(() => expect(server.open()).toBe(0));
  });

  it('a connection used before breaks in the middle: it goes over a fresh one, once', async () => {
    const { config, server } = await scripted(cut('drop'), { timeoutMs: 5000 });
    await send(config, 10);
    expect(await send(config, 3 * MB)).toMatchObject(REFUSED);
    expect(server.opened()).toBe(2);
    expect(server.mails).toHaveLength(1);
  });

  it('told to stop in the middle', async () => {
    const stop = new AbortController();
    const { config, server } = await scripted(cut('pause'), { timeoutMs: 60_000 });
    const sending = send(config, 12 * MB, stop.signal);
    await until(() => expect(server.commands).toContain('DATA'));
    stop.abort();
    expect(await sending).toMatchObject({ ...REFUSED, code: 'ETIMEDOUT' });
  });

  it.each<[string, Partial<SendLimits>]>([
    ['nothing moves for too long', { stallMs: 200 }],
    ['it takes too long in all', { uploadMs: () => 200 }],
  ])('%s', async (_title, limits) => {
    const { config } = await scripted(cut('pause'), { timeoutMs: 60_000 });
    const { failure, endSent, inStep } = await transactWith(config, 20 * MB, limits);
    expect(failure).toMatchObject({ code: 'ETIMEDOUT', message: expect.stringContaining('did not take') });
    expect({ endSent, inStep }).toEqual({ endSent: false, inStep: false });
  });
});

describe('a body whose end was sent', () => {
  it('the connection breaks: the outcome is unknown', async () => {
    const { config, server } = await scripted({ body: 'drop' });
    expect(await send(config, 3 * MB)).toMatchObject({ outcome: 'unknown' });
    expect(server.mails).toHaveLength(1);
  });

  it('the server keeps silent: the outcome is unknown', async () => {
    const { config, server } = await scripted({ body: 'hang' });
    const limits = { lastReplyMs: () => 300 };
    expect(await transactWith(config, 3 * MB, limits)).toMatchObject({
      failure: { code: 'ETIMEDOUT', message: expect.stringContaining('did not answer') },
      endSent: true,
    });
    expect(server.mails).toHaveLength(1);
  });

  it('is one body, dots and line ends as they belong', async () => {
    const { config, server } = await scripted({});
    const mime = Buffer.from('a: b\r\n\r\n.x\n..\ry\r\n'.repeat(20_000));
    const { failure } = await transactWith(config, mime, {});
    expect(failure).toBeUndefined();
    expect(server.mails[0]!.raw.toString()).toBe('a: b\r\n\r\n..x\r\n...\r\ny\r\n'.repeat(20_000));
  });
});

async function transactWith(config: ProviderConfig, body: number | Buffer, limits: Partial<SendLimits>) {
  const own = config as unknown as SmtpConfig;
  const connection = createConnection(own, 5000);
  await openConnection(connection, own);
  const mime = typeof body === 'number' ? Buffer.alloc(body, `${'x'.repeat(70)}\r\n`) : body;
  const envelope = { from: 'clinic@example.com', to: ['ana@example.com'] };
  return transact(connection, envelope, mime, { ...limitsOf(own.settings), ...limits }, null);
}

it('a large body over a slow line may take longer than the time-out, and goes out once', async () => {
  const server = await startSlowServer();
  const config = configure(server.port, { timeoutMs: 1000, pool: { maxConnections: 5 } });
  const sends = Array.from({ length: 20 }, async () => (await send(config, 2 * MB)).outcome);
  expect(await Promise.all(sends)).toEqual(Array.from({ length: 20 }, () => 'accepted'));
  expect(server.bodies).toBe(20);
  expect(server.mostAtOnce).toBeLessThanOrEqual(5);
  // Longer than it would be allowed without regard to its size.
  expect(server.slowestMs).toBeGreaterThan(1000);
}, 60_000);

/** Reads what comes in small sips. */
async function startSlowServer() {
  const seen = { port: 0, bodies: 0, mostAtOnce: 0, slowestMs: 0 };
  let open = 0;
  const server = createServer((socket) => {
    seen.mostAtOnce = Math.max(seen.mostAtOnce, ++open);
    socket.on('close', () => open--);
    sip(socket, (ms) => {
      seen.bodies++;
      seen.slowestMs = Math.max(seen.slowestMs, ms);
    });
  });
  seen.port = await listen(server);
  return seen;
}

function sip(socket: Socket, onBody: (ms: number) => void): void {
  let since: number | undefined;
  let tail = '';
  socket.write('220 slow.test\r\n');
  socket.on('data', (chunk) => {
    const text = (tail + chunk.toString('latin1')).slice(-200);
    tail = text;
    if (since === undefined) {
      tail = '';
      if (/^DATA\r\n$/m.test(text)) since = performance.now();
      socket.write(since === undefined ? '250 Ok\r\n' : '354 Go on\r\n');
      return;
    }
    if (text.endsWith('\r\n.\r\n')) {
      onBody(performance.now() - since);
      since = undefined;
      tail = '';
      socket.write('250 Ok\r\n');
      return;
    }
    socket.pause();
    setTimeout(() => socket.resume(), 30);
  });
}
