import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Adapter, ProviderConfig } from '@/lib/providers/adapter';
import { makeOutgoing } from '@/lib/testing/outgoing';
import { proper, scripted } from '@/lib/testing/smtp-scenes';
import { trustTestCertificates } from '@/lib/testing/smtp-server';
import { until } from '@/lib/testing/until';
import { smtp } from './smtp';

const adapter = smtp as unknown as Adapter;
const login = { username: 'clinic@example.com', password: 'correct horse battery' };

beforeAll(trustTestCertificates);
afterAll(() => adapter.close());

const send = (config: ProviderConfig) => adapter.send(config, makeOutgoing({}), AbortSignal.timeout(20_000));

describe('the steps of a test', () => {
  const test = (config: ProviderConfig) => adapter.test(config, { signal: AbortSignal.timeout(5_000) });
  const TLS = /^TLSv1\.3, TLS_\w+, certificate localhost, issued by localhost, \d{5} days left$/;

  it.each([
    ['tls', ['dns', 'connect', 'tls', 'greeting', 'auth']],
    ['starttls', ['dns', 'connect', 'greeting', 'tls', 'auth']],
    ['none', ['dns', 'connect', 'greeting', 'auth']],
  ] as const)('come in their order: %s', async (security, names) => {
    const scene = await proper({ security, login }, { username: login.username }, login.password);
    const { steps } = await test(scene.config);
    expect(steps.map(({ name, ok }) => [name, ok])).toEqual(names.map((name) => [name, true]));
    const details = Object.fromEntries(steps.map(({ name, detail }) => [name, detail]));
    expect(details.dns).toContain('127.0.0.1');
    expect(details.connect).toBe(`127.0.0.1 ${scene.config.settings.port}`);
    expect(details.greeting).toMatch(/ESMTP.*, PIPELINING, 8BITMIME/);
    expect(details.auth).toBe(`PLAIN, ${login.username}`);
    if (security !== 'none') expect(details.tls).toMatch(TLS);
  });

  it('tell of a certificate that was not verified', async () => {
    const tls = { verify: false };
    const scene = await proper({ security: 'starttls', certificate: 'stranger' }, { tls });
    const { ok, steps } = await test(scene.config);
    expect(ok).toBe(true);
    expect(steps.at(-1)).toMatchObject({ name: 'tls', detail: expect.stringContaining('not trusted') });
  });

  it.each(['plain', 'login', 'cram-md5'])('sign in with %s', async (auth) => {
    const scene = await proper({ login }, { username: login.username, auth }, login.password);
    const { ok, steps, transcript } = await test(scene.config);
    expect({ ok, detail: steps.at(-1)!.detail }).toEqual({
      ok: true,
      detail: `${auth.toUpperCase()}, ${login.username}`,
    });
    expect(transcript).not.toContain(Buffer.from(login.password).toString('base64'));
    expect((await send(scene.config)).outcomes).toMatchObject([{ outcome: 'accepted' }]);
  });

  it('leave no connection open', async () => {
    const { config, server } = await scripted({ auth: '535 5.7.8 No' }, { username: 'a' }, 'b');
    await test(config);
    await until(() => expect(server.open()).toBe(0));
  });
});
