import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '@/lib/context';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { setUpZones } from '@/lib/testing/dns-server';
import { makeDomain } from '@/lib/testing/domains';
import { makeCompany, makeProvider, testContext } from '@/lib/testing/factories';
import { forgetBlocklists } from '../health/ask-blocklists';
import { checkServers, listServers } from './list-servers';

useDatabaseForEachTest();
beforeEach(forgetBlocklists);

const IP = '192.0.2.7';
const LOOPBACK = { host: '127.0.0.1', port: 1, security: 'none' };
/** As the panel makes one, and as a program does. */
const make = (settings: object = {}) =>
  makeProvider({ kind: 'smtp', settings: { ...LOOPBACK, preset: 'own', ...settings } });

describe('servers of one’s own', () => {
  it('are told with what the looks at their domains found', async () => {
    const { id, name } = await make({
      bounceAddress: 'bounces@bounces.example.com',
      ehloName: 'mail.example.com',
    });
    const domain = await makeDomain({ senders: { addresses: [IP], providers: [id] } });
    await setUpZones({ '7.2.0.192.bl.spamcop.net': [{ A: '127.0.0.2' }] });
    expect(await listServers(testContext)).toMatchObject({
      servers: [{ look: null, domains: [{ id: domain.id, name: domain.name }] }],
      addresses: [],
      checkedAt: null,
    });
    const { servers, addresses, checkedAt } = await checkServers(testContext);
    expect(servers).toMatchObject([
      {
        provider: { id, name, active: true },
        host: '127.0.0.1',
        port: 1,
        bounceAddress: 'bounces@bounces.example.com',
        look: { state: 'error', findings: [{ code: 'server_unreachable' }] },
      },
    ]);
    expect(addresses).toMatchObject([
      {
        address: IP,
        host: 'mail.example.com',
        name: { state: 'error', findings: [{ code: 'ptr_missing' }] },
        lists: { state: 'error' },
      },
    ]);
    expect(addresses[0]!.lists!.findings).toContainEqual(
      expect.objectContaining({ code: 'blocklist_listed', url: 'https://www.spamcop.net/bl.shtml' }),
    );
    expect(Date.parse(checkedAt!)).toBeGreaterThan(Date.now() - 60_000);
  });

  it('are no mailboxes of services, and need no domain to be there', async () => {
    await makeProvider({ kind: 'smtp', settings: { preset: 'gmail', host: 'smtp.gmail.com' } });
    await makeProvider({ kind: 'smtp', name: 'By a program', settings: LOOPBACK });
    const { servers } = await listServers(testContext);
    expect(servers.map(({ provider, domains }) => [provider.name, domains])).toEqual([['By a program', []]]);
  });

  it('whose address several send from are not told which name it should have', async () => {
    const [one, two] = [await make(), await make({ port: 2 })];
    await makeDomain({ senders: { addresses: [IP], providers: [one.id, two.id] } });
    await setUpZones({});
    expect((await checkServers(testContext)).addresses).toMatchObject([{ address: IP, host: null }]);
  });

  it('of another company are not shown', async () => {
    const [mine, theirs] = [await makeCompany(), await makeCompany()];
    const { id } = await makeProvider({ kind: 'smtp', settings: LOOPBACK, company: theirs.id });
    await makeDomain({ company: theirs.id, senders: { addresses: [IP], providers: [id] } });
    const ctx: Context = { ...testContext, companyId: mine.id };
    expect(await listServers(ctx)).toEqual({ servers: [], addresses: [], checkedAt: null });
  });
});
