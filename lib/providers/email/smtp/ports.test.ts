import { describe, expect, it } from 'vitest';
import type { Adapter } from '@/lib/providers/adapter';
import { updateProvider } from '@/lib/providers/update';
import { updateSettings } from '@/lib/settings/update';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { makeOutgoing } from '@/lib/testing/outgoing';
import { configure } from '@/lib/testing/smtp-scenes';
import { checkMailPort, MAIL_PORTS } from './ports';
import { smtp } from './smtp';

useDatabaseForEachTest();

const adapter = smtp as unknown as Adapter;
/** Of documentation (RFC 5737): nobody's, should something connect there after all. */
const ELSEWHERE = '192.0.2.1';
const HERE = '127.0.0.1';
const REFUSED = { code: 'EPORT' };
const allow = (smtpPorts: number[]) => updateSettings(testContext, { security: { smtpPorts } });
const at = (...addresses: string[]) =>
  addresses.map((address) => ({ address, family: address.includes(':') ? (6 as const) : (4 as const) }));

describe('a port', () => {
  it('of mail is good anywhere', async () => {
    for (const port of MAIL_PORTS) await checkMailPort(port, at(ELSEWHERE));
  });

  it.each([1, 22, 24, 80, 443, 2526, 5432, 6379, 65_535])('%i is none elsewhere', async (port) => {
    await expect(checkMailPort(port, at(ELSEWHERE))).rejects.toMatchObject(REFUSED);
  });

  it('is free on this machine, whichever form its address has', async () => {
    for (const own of [HERE, '127.9.9.9', '::1', '::ffff:127.0.0.1']) await checkMailPort(1025, at(own));
    await checkMailPort(1025, at('::1', HERE));
  });

  it('is not free for a name that leads to this machine and elsewhere, nor to nowhere', async () => {
    await expect(checkMailPort(1025, at(HERE, ELSEWHERE))).rejects.toMatchObject(REFUSED);
    await expect(checkMailPort(1025, [])).rejects.toMatchObject(REFUSED);
    await expect(checkMailPort(1025, at('0.0.0.0'))).rejects.toMatchObject(REFUSED);
  });

  it('that the settings name is good until they no longer do', async () => {
    await allow([2587]);
    await checkMailPort(2587, at(ELSEWHERE));
    await expect(checkMailPort(2588, at(ELSEWHERE))).rejects.toMatchObject(REFUSED);
    await allow([]);
    await expect(checkMailPort(2587, at(ELSEWHERE))).rejects.toMatchObject(REFUSED);
  });
});

describe('a provider at port 22 of another machine', () => {
  const settings = { host: ELSEWHERE, port: 22, security: 'none' };
  const refused = { options: { errors: [{ path: 'settings.port', code: 'mail_port' }] } };

  it('is refused when it is made or changed, and taken once the settings allow the port', async () => {
    await expect(makeProvider({ kind: 'smtp', settings })).rejects.toMatchObject(refused);
    const { id } = await makeProvider({ kind: 'smtp', settings: { ...settings, port: 25 } });
    await expect(updateProvider(testContext, { id, settings })).rejects.toMatchObject(refused);
    await allow([22]);
    expect((await updateProvider(testContext, { id, settings })).settings).toMatchObject({ port: 22 });
  });

  it('is not connected to: the test says why, and a send leaves the message to others', async () => {
    const config = configure(22, { host: ELSEWHERE, timeoutMs: 5_000 });
    const test = await adapter.test(config, { signal: AbortSignal.timeout(5_000) });
    expect(test).toMatchObject({
      ok: false,
      cause: 'port_not_allowed',
      steps: [
        { name: 'dns', ok: true },
        { name: 'connect', ok: false },
      ],
    });
    const { outcomes } = await adapter.send(config, makeOutgoing({}), AbortSignal.timeout(5_000));
    expect(outcomes).toMatchObject([
      { outcome: 'refused', fault: 'provider', permanent: false, code: 'EPORT' },
    ]);
    await adapter.close();
  });
});
