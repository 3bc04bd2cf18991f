import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { setUpZones } from '@/lib/testing/dns-server';
import type { Zones } from '@/lib/testing/dns-zones';
import { makeDomain } from '@/lib/testing/domains';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { forgetBlocklists } from './ask-blocklists';
import { checkDueHealth, checkHealth } from './check-health';
import { getHealth } from './get-health';
import type { DomainHealth } from './schema';

useTestDatabase();
beforeEach(forgetBlocklists);

const IP = '192.0.2.7';
const LISTS = [
  'zen.spamhaus.org',
  'bl.spamcop.net',
  'b.barracudacentral.org',
  'psbl.surriel.com',
  'bl.mailspike.net',
];

const found = ({ items }: DomainHealth, area: string) =>
  items
    .filter((item) => item.area === area)
    .map(({ subject, state, findings }) => [subject, state, findings.map(({ code }) => code)]);

/** A server with its name, on no list, and a return path that leads to it. */
const goodZones = (name: string): Zones => ({
  '7.2.0.192.in-addr.arpa': [{ PTR: `mail.${name}` }],
  [`mail.${name}`]: [{ A: IP }],
  [`bounces.${name}`]: [{ MX: [10, `mail.${name}`] }],
  [name]: [{ TXT: 'v=spf1 ip4:192.0.2.7 -all' }],
  [`_dmarc.${name}`]: [{ TXT: `v=DMARC1; p=reject; rua=mailto:a@${name}` }],
  [`_smtp._tls.${name}`]: [{ TXT: `v=TLSRPTv1; rua=mailto:a@${name}` }],
});

const make = () =>
  makeDomain({
    senders: { addresses: [IP], providers: [] },
    returnPath: { name: 'bounces', host: 'mail.example.net' },
  });

describe('a domain and its server', () => {
  it('is told good by each thing that is', async () => {
    const { id, name } = await make();
    await setUpZones(goodZones(name));
    const health = await checkHealth(testContext, { id });
    expect(found(health, 'name')).toEqual([[IP, 'good', []]]);
    expect(health.items[0]!.value).toBe(`mail.${name}`);
    expect(found(health, 'blocklist')).toEqual([
      [IP, 'good', []],
      [name, 'good', []],
    ]);
    expect(found(health, 'return_path')).toEqual([[`bounces.${name}`, 'good', []]]);
    expect(found(health, 'tls_reports')).toEqual([[name, 'good', []]]);
    // Nobody needs these two: worth a note, and no more.
    expect(found(health, 'mta_sts')).toEqual([[name, 'note', ['sts_missing']]]);
    expect(health.state).toBe('note');
  });

  it('says which list, and where to get off it', async () => {
    const { id, name } = await make();
    await setUpZones({
      ...goodZones(name),
      [`7.2.0.192.${LISTS[1]}`]: [{ A: '127.0.0.2' }, { TXT: 'Blocked' }],
    });
    const { items, state } = await checkHealth(testContext, { id });
    expect(items.find(({ key }) => key === `blocklist ${IP}`)).toMatchObject({
      state: 'error',
      findings: [
        {
          code: 'blocklist_listed',
          values: { list: 'SpamCop' },
          url: 'https://www.spamcop.net/bl.shtml',
          summary: expect.stringContaining('First stop the cause'),
        },
      ],
    });
    expect(state).toBe('error');
  });

  it('tells what could not be asked apart from what is clean', async () => {
    const { id, name } = await make();
    await setUpZones({
      ...goodZones(name),
      '7.2.0.192.in-addr.arpa': ['SERVFAIL'],
      // Spamhaus's answer to public resolvers.
      [`7.2.0.192.${LISTS[0]}`]: [{ A: '127.255.255.254' }],
    });
    const health = await checkHealth(testContext, { id });
    expect(found(health, 'name')).toEqual([[IP, 'unknown', ['ptr_unknown']]]);
    expect(found(health, 'blocklist')[0]).toEqual([IP, 'unknown', ['blocklist_not_asked']]);
  });

  it('finds a return path that leads nowhere', async () => {
    const { id, name } = await make();
    await setUpZones({ ...goodZones(name), [`bounces.${name}`]: [{ MX: [10, 'gone.example.net'] }] });
    expect(found(await checkHealth(testContext, { id }), 'return_path')).toEqual([
      [`bounces.${name}`, 'error', ['return_path_no_address']],
    ]);
  });

  it('says that its own server is not reached', async () => {
    await makeProvider({
      name: 'Own',
      kind: 'smtp',
      settings: { host: '127.0.0.1', port: 9, security: 'starttls' },
      secrets: {},
    });
    const { id } = await makeDomain({ senders: { addresses: [IP], providers: ['Own'] } });
    await setUpZones({});
    expect(found(await checkHealth(testContext, { id }), 'certificate')).toEqual([
      ['127.0.0.1:9', 'error', ['server_unreachable']],
    ]);
  });
});

it('keeps since when, and what was before', async () => {
  const { id, name } = await make();
  const served = await setUpZones(goodZones(name));
  await checkHealth(testContext, { id });
  delete served.zones['7.2.0.192.in-addr.arpa'];
  await sql()`update domain_health set checked_at = null where domain_id = ${id}`;
  const { items } = await checkHealth(testContext, { id });
  expect(items[0]!.history.map(({ state }) => state)).toEqual(['error', 'good']);
});

it('asks a list once an hour, and looks once for who presses twice', async () => {
  const { id, name } = await make();
  const served = await setUpZones(goodZones(name));
  const asked = () => served.asked.filter((one) => one.name === `7.2.0.192.${LISTS[0]}`).length;
  await checkHealth(testContext, { id });
  await sql()`update domain_health set checked_at = null where domain_id = ${id}`;
  await checkHealth(testContext, { id });
  expect(asked()).toBe(1);
  const all = served.asked.length;
  await checkHealth(testContext, { id });
  expect(served.asked.length).toBe(all);
});

it('is looked at by the job, and then a day later', async () => {
  const { id, name } = await make();
  await setUpZones(goodZones(name));
  await sql()`insert into domain_health (domain_id, state, next_check_at) select d.id, 'unknown', now() + interval '1 day' from domains d where d.id <> ${id} on conflict do nothing`;
  await checkDueHealth();
  const { checkedAt, nextCheckAt } = await getHealth(testContext, id);
  expect(checkedAt).not.toBeNull();
  expect(Date.parse(nextCheckAt!) - Date.now()).toBeGreaterThan(23 * 3_600_000);
});
