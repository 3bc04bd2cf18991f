import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import tls, { type ConnectionOptions } from 'node:tls';
import { onTestFinished, vi } from 'vitest';
import { forgetEnv } from '@/lib/env';
import { type ApiAnswer, type ApiCallSeen, listenTo } from './api-server';
import { setUpDns } from './dns-server';
import { readCertificate } from './smtp-server';

/** A connection that was asked for: to which addresses, for whom the certificate had to be, and what it would speak. */
export type Dialled = { host: string; addresses: string[]; servername: string | undefined; speaks: unknown };

/**
 * The world as it is at the shipped defaults: no private targets, https, and every host at a public address. What is dialled there is
 * connected to a server on this machine, which answers as that host.
 */
export async function startPublicInternet(
  hosts: Record<string, string[]>,
  answer: (call: ApiCallSeen) => ApiAnswer | Promise<ApiAnswer>,
  certificate: Parameters<typeof readCertificate>[0] = 'known',
): Promise<{ calls: ApiCallSeen[]; dialled: Dialled[] }> {
  delete process.env.RELEVO_PRIVATE_TARGETS;
  forgetEnv();
  await setUpDns(hosts);
  const { server, calls } = await listenTo(
    (listener) => createServer(readCertificate(certificate), listener),
    answer,
  );
  const { port } = server.address() as AddressInfo;
  const dialled: Dialled[] = [];
  const connect = tls.connect;
  const spy = vi.spyOn(tls, 'connect').mockImplementation(((options: ConnectionOptions) => {
    const { host = '', servername, lookup } = options;
    return connect({
      ...options,
      port,
      // The certificate of the tests names this machine.
      checkServerIdentity: () => undefined,
      lookup: (name, _options, done) =>
        lookup!(name, { all: true }, (error, found) => {
          if (error) return done(error, '', 4);
          const addresses = (found as { address: string }[]).map(({ address }) => address);
          dialled.push({ host, addresses, servername, speaks: options.ALPNProtocols });
          return done(null, [{ address: '127.0.0.1', family: 4 }]);
        }),
    });
  }) as typeof tls.connect);
  onTestFinished(() => spy.mockRestore());
  return { calls, dialled };
}
