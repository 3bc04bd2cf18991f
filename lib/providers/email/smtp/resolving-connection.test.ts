import { expect, it } from 'vitest';
import type { Adapter } from '@/lib/providers/adapter';
import { setUpDns } from '@/lib/testing/dns-server';
import { makeOutgoing } from '@/lib/testing/outgoing';
import { startMailServer, trustTestCertificates } from '@/lib/testing/smtp-server';
import { smtp } from './smtp';

trustTestCertificates();
const adapter = smtp as unknown as Adapter;

function configure(host: string, settings: object) {
  return {
    id: `resolving-${host}`,
    name: 'Test',
    version: 1,
    settings: smtp.settings.parse({ host, ...settings }) as unknown as Record<string, unknown>,
    secrets: {},
  };
}

it('an SMTP server is found through RELEVO_DNS_SERVERS, and its certificate must name it', async () => {
  const { asked } = await setUpDns({ 'mail.example.com': ['127.0.0.1'], 'other.example.com': ['127.0.0.1'] });
  const server = await startMailServer({ security: 'tls', certificate: 'other-name' });
  const settings = { port: server.port, security: 'tls' };
  const stranger = configure('other.example.com', settings);
  expect(await adapter.test(stranger, { signal: AbortSignal.timeout(10_000) })).toMatchObject({
    cause: 'certificate_name',
  });
  const config = configure('mail.example.com', settings);
  const { outcomes } = await adapter.send(config, makeOutgoing({}), AbortSignal.timeout(10_000));
  expect(outcomes).toMatchObject([{ outcome: 'accepted' }]);
  expect(await adapter.test(config, { signal: AbortSignal.timeout(10_000) })).toMatchObject({ ok: true });
  expect(new Set(asked)).toEqual(new Set(['mail.example.com', 'other.example.com']));
  await adapter.close();
});

it('a name that those do not know is a fault of the provider', async () => {
  await setUpDns({});
  const config = configure('mail.example.com', { port: 25, security: 'none' });
  const { outcomes } = await adapter.send(config, makeOutgoing({}), AbortSignal.timeout(10_000));
  expect(outcomes).toMatchObject([
    { outcome: 'refused', fault: 'provider', permanent: false, code: 'ENOTFOUND' },
  ]);
  await adapter.close();
});
