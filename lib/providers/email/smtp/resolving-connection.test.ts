import { lookup } from 'node:dns/promises';
import { expect, it, vi } from 'vitest';
import type { Adapter } from '@/lib/providers/adapter';
import { setUpDns } from '@/lib/testing/dns-server';
import { makeOutgoing } from '@/lib/testing/outgoing';
import { startMailServer, trustTestCertificates } from '@/lib/testing/smtp-server';
import { smtp } from './smtp';

vi.mock('node:dns/promises', async (original) => ({
  ...(await original<typeof import('node:dns/promises')>()),
  lookup: vi.fn(),
}));
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

/** getaddrinfo answers from the hosts file before it asks anybody (nsswitch.conf(5), `hosts: files dns`). */
function fillHostsFile(hosts: Record<string, string>) {
  vi.mocked(lookup).mockImplementation((async (host: string) => {
    if (hosts[host]) return [{ address: hosts[host], family: 4 }];
    throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
  }) as unknown as typeof lookup);
}

it('a name that only the system knows is found: of the hosts file, of a compose file', async () => {
  fillHostsFile({ mailserver: '127.0.0.1' });
  const server = await startMailServer({});
  const config = configure('mailserver', { port: server.port, security: 'none' });
  const { outcomes } = await adapter.send(config, makeOutgoing({}), AbortSignal.timeout(10_000));
  expect(outcomes).toMatchObject([{ outcome: 'accepted' }]);
  const other = configure('mailserver2', { port: server.port, security: 'none' });
  expect(await adapter.test(other, { signal: AbortSignal.timeout(10_000) })).toMatchObject({ cause: 'dns' });
  await adapter.close();
});

it('a machine that can look up nothing is told from a name that is not there', async () => {
  // getaddrinfo(3): EAI_AGAIN, "the name server returned a temporary failure indication".
  vi.mocked(lookup).mockRejectedValue(
    Object.assign(new Error('getaddrinfo EAI_AGAIN mailserver3'), { code: 'EAI_AGAIN' }),
  );
  const config = configure('mailserver3', { port: 25, security: 'none' });
  const test = await adapter.test(config, { signal: AbortSignal.timeout(10_000) });
  expect(test).toMatchObject({ ok: false, cause: 'no_dns' });
  await adapter.close();
});

it.each(['169.254.169.254', '100.100.100.200'])(
  'nothing is said to %s, a cloud of others behind a name',
  async (address) => {
    fillHostsFile({ 'mail.example.com': address });
    const config = configure('mail.example.com', { port: 25, security: 'none' });
    expect(await adapter.test(config, { signal: AbortSignal.timeout(10_000) })).toMatchObject({
      ok: false,
      cause: 'private_target',
    });
    await adapter.close();
  },
);
