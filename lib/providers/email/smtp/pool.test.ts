import { afterAll, describe, expect, it } from 'vitest';
import { sleep } from '@/lib/async/abort';
import { takeShare, tellWorkers } from '@/lib/capacity/shares';
import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import type { Adapter, ProviderConfig } from '@/lib/providers/adapter';
import { makeOutgoing } from '@/lib/testing/outgoing';
import { type SmtpScript, startScriptedSmtp } from '@/lib/testing/scripted-smtp';
import { startMailServer } from '@/lib/testing/smtp-server';
import { until } from '@/lib/testing/until';
import { SmtpSettings } from './settings';
import { smtp } from './smtp';

const adapter = smtp as unknown as Adapter;
afterAll(() => adapter.close());

function configure(id: string, port: number, settings: Record<string, unknown> = {}): ProviderConfig {
  const plain = { host: 'localhost', port, security: 'none', timeoutMs: 10_000 };
  return {
    id,
    name: id,
    version: 1,
    settings: SmtpSettings.parse({ ...plain, ...settings }),
    secrets: {},
  };
}

const sendMessage = (config: ProviderConfig, message: Partial<OutgoingMessage> = {}) =>
  adapter.send(config, makeOutgoing(message), AbortSignal.timeout(15_000));

const send = async (config: ProviderConfig) => (await sendMessage(config)).outcomes[0]!.outcome;

const sendMany = (config: ProviderConfig, count: number) =>
  Promise.all(Array.from({ length: count }, () => send(config)));

describe('connections', () => {
  it('are reused, and never more than maxConnections', async () => {
    const server = await startMailServer();
    const config = configure('reuse', server.port, { pool: { maxConnections: 3 } });
    const outcomes = await sendMany(config, 40);
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(40);
    expect(server.mails).toHaveLength(40);
    expect(server.opened()).toBeLessThanOrEqual(3);
  });

  it('are replaced after maxMessages', async () => {
    const server = await startMailServer();
    const config = configure('renew', server.port, { pool: { maxConnections: 1, maxMessages: 4 } });
    await sendMany(config, 10);
    expect(server.mails).toHaveLength(10);
    expect(server.opened()).toBe(3);
  });

  it('are closed, though idle, once other workers have a share of them', async () => {
    const server = await startMailServer();
    const config = configure('spare', server.port, { pool: { maxConnections: 3 } });
    await sendMany(config, 40);
    expect(server.open()).toBe(3);
    tellWorkers(0, 3);
    takeShare(config.id, 3);
    expect(await send(config)).toBe('accepted');
    tellWorkers(0, 1);
    await until(() => expect(server.open()).toBe(1));
  });

  it('are closed, though nobody sends, once other workers have come who have them all', async () => {
    const server = await startMailServer();
    const config = configure('quiet', server.port, { pool: { maxConnections: 3 } });
    takeShare(config.id, 3);
    await sendMany(config, 40);
    expect(server.open()).toBe(3);
    tellWorkers(2, 3);
    await until(() => expect(server.open()).toBe(1));
    tellWorkers(3, 4);
    await until(() => expect(server.open()).toBe(0));
    tellWorkers(0, 1);
  });

  it('are closed when nobody needs them', async () => {
    const server = await startMailServer();
    const config = configure('idle', server.port, { pool: { idleMs: 30 } });
    await send(config);
    await until(() => expect(server.open()).toBe(0));
    expect(await send(config)).toBe('accepted');
    expect(server.opened()).toBe(2);
  });

  it('are closed and made anew when the provider was changed', async () => {
    const server = await startMailServer();
    const config = configure('changed', server.port);
    await send(config);
    await send({ ...config, version: 2 });
    expect(server.opened()).toBe(2);
    await until(() => expect(server.open()).toBe(1));
  });

  it('belong to one provider, even at the same server', async () => {
    const server = await startMailServer();
    await send(configure('first', server.port));
    await send(configure('second', server.port));
    expect(server.opened()).toBe(2);
  });

  it('stay usable after a refusal', async () => {
    const { config, server } = await scripted('refusal', { rcpt: '550 5.1.1 No such user' });
    expect(await sendMany(config, 3)).toEqual(['refused', 'refused', 'refused']);
    expect(server.opened()).toBe(1);
    expect(server.commands.filter((line) => line === 'RSET').length).toBeGreaterThan(0);
  });

  it('are given up after a 421', async () => {
    const { config, server } = await scripted('busy', { mail: '421 4.3.2 Shutting down' });
    expect(await sendMany(config, 2)).toEqual(['refused', 'refused']);
    expect(server.opened()).toBe(2);
  });

  it('that broke make room for those who wait', async () => {
    const { config, server } = await scripted('broken', { data: 'drop' });
    expect(await sendMany(config, 4)).toEqual(['refused', 'refused', 'refused', 'refused']);
    expect(server.opened()).toBe(4);
  });

  it('that the server closed while idle are not used again', async () => {
    const server = await startMailServer();
    const config = configure('closed', server.port);
    await send(config);
    server.hangUp();
    await until(() => expect(server.open()).toBe(0));
    expect(await send(config)).toBe('accepted');
    expect(server.mails).toHaveLength(2);
  });

  it('give every send its whole time: waiting for one is not sending', async () => {
    // Three replies take more than the time-out; one leaves a busy machine 1.5 s.
    const script: SmtpScript = { body: () => sleep(1000).then(() => '250 2.0.0 Ok') };
    const { config, server } = await scripted('lane', script, { timeoutMs: 2500 });
    const results = await Promise.all([1, 2, 3].map(() => sendMessage(config)));
    expect(results.map(({ outcomes }) => outcomes[0]!.outcome)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(server.mails).toHaveLength(3);
    expect(server.opened()).toBe(1);
    for (const { sendingMs } of results) {
      expect(sendingMs).toBeGreaterThanOrEqual(950);
      expect(sendingMs).toBeLessThan(2500);
    }
  });

  it('are waited for in order', async () => {
    const { config, server } = await scripted('order', {});
    const names = ['a', 'b', 'c', 'd'].map((name) => `${name}@example.com`);
    await Promise.all(names.map((to) => sendMessage(config, { recipients: [to] })));
    expect(server.mails.map(({ to }) => to[0])).toEqual(names);
  });

  it('are waited for as long as the caller allows, who then knows that nothing was sent', async () => {
    const { config, server } = await scripted('stuck', { body: 'hang' }, { timeoutMs: 60_000 });
    const stop = new AbortController();
    const message = makeOutgoing({});
    const sends = [1, 2, 3].map(() => adapter.send(config, message, stop.signal));
    await until(() => expect(server.mails).toHaveLength(1));
    stop.abort();
    const outcomes = (await Promise.all(sends)).map((result) => result.outcomes[0]!.outcome);
    expect(outcomes).toEqual(['unknown', 'refused', 'refused']);
    expect(server.mails).toHaveLength(1);
    // Those who gave up hold no place.
    const late = new AbortController();
    const again = adapter.send(config, message, late.signal);
    await until(() => expect(server.mails).toHaveLength(2));
    late.abort();
    await again;
  });

  it('close with the adapter', async () => {
    const server = await startMailServer();
    await send(configure('goodbye', server.port));
    expect(server.open()).toBe(1);
    await adapter.close();
    await until(() => expect(server.open()).toBe(0));
  });
});

async function scripted(id: string, script: SmtpScript, settings = {}) {
  const server = await startScriptedSmtp(script);
  return { server, config: configure(id, server.port, { pool: { maxConnections: 1 }, ...settings }) };
}

describe('a pool of which other workers have a part', () => {
  it('opens no more connections than its share', async () => {
    const answer = Promise.withResolvers<string>();
    const server = await startScriptedSmtp({ mail: answer.promise });
    const config = configure('share', server.port, { pool: { maxConnections: 3 } });
    tellWorkers(0, 2);
    takeShare(config.id, 3);
    const sends = sendMany(config, 6);
    await until(() => expect(server.opened()).toBe(2));
    answer.resolve('250 2.1.0 Ok');
    expect(await sends).toEqual(Array(6).fill('accepted'));
    expect(server.opened()).toBe(2);
    tellWorkers(0, 1);
  });
});
