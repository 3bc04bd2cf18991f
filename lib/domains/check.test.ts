import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { setUpZones } from '@/lib/testing/dns-server';
import { lookAgain, makeWithZones } from '@/lib/testing/domains';
import { testContext } from '@/lib/testing/factories';
import { listBroken } from './broken';
import { rotateKeys, updateDomain } from './change';
import { checkDomain } from './check';
import { checkDueDomains } from './check-due';
import { getDomain } from './find';
import type { DomainView } from './schema';

useTestDatabase();

const found = ({ records }: DomainView, key: string) => {
  const { state, finding } = records.find((record) => record.key === key)!;
  return [state, finding!.code, finding!.params];
};

it('finds all right, signs from then on, and looks again a day later', async () => {
  const { domain, zones } = await makeWithZones();
  await setUpZones(zones);
  const checked = await checkDomain(testContext, { id: domain.id });
  expect(checked.records.map(({ key, state }) => [key, state])).toEqual([
    ['spf', 'right'],
    ['dkim:relevo1', 'right'],
    ['dmarc', 'right'],
    ['return_mx', 'right'],
    ['return_spf', 'right'],
  ]);
  expect(checked).toMatchObject({
    state: 'verified',
    nameServers: ['ns1.dns-host.example'],
    keys: [{ state: 'signing' }],
  });
  const hours = (Date.parse(checked.nextCheckAt) - Date.now()) / 3_600_000;
  expect(hours).toBeGreaterThan(23);
});

it('shows what must be in the SPF record that is there, and makes no second one', async () => {
  const { domain, zones } = await makeWithZones();
  zones[domain.name] = [{ TXT: 'v=spf1 mx include:_spf.example.net ptr -all' }];
  zones['_spf.example.net'] = [{ TXT: 'v=spf1 ip4:198.51.100.0/24 ~all' }];
  await setUpZones(zones);
  const { value, found: there } = (await lookAgain(domain)).records[0]!;
  expect(value).toBe('v=spf1 mx include:_spf.example.net ip4:192.0.2.7 -all');
  expect(there).toEqual(['v=spf1 mx include:_spf.example.net ptr -all']);
});

it('keeps what happened: when it was first right, what changed, and that a good domain broke', async () => {
  const { domain, zones } = await makeWithZones();
  const served = await setUpZones(zones);
  const good = await lookAgain(domain);
  served.zones[`_dmarc.${domain.name}`] = [];
  const broken = await lookAgain(domain);
  expect(broken.state).toBe('broken');
  expect(broken.brokenAt).not.toBeNull();
  expect((await listBroken()).find(({ id }) => id === domain.id)).toMatchObject({
    name: domain.name,
    records: [{ key: 'dmarc', finding: { code: 'missing' } }],
  });
  const [before, after] = [good, broken].map(({ records }) => records.find(({ key }) => key === 'dmarc')!);
  expect(after!.firstSeenAt).toBe(before!.firstSeenAt);
  expect(after!.history.map(({ state }) => state)).toEqual(['missing', 'right']);
  // DNS that fails proves nothing.
  served.zones[`_dmarc.${domain.name}`] = ['SERVFAIL'];
  expect((await lookAgain(domain)).state).toBe('broken');
  served.zones[`_dmarc.${domain.name}`] = zones[`_dmarc.${domain.name}`] = [
    { TXT: domain.records.find(({ key }) => key === 'dmarc')!.value },
  ];
  expect(await lookAgain(domain)).toMatchObject({ state: 'verified', brokenAt: null });
});

it('keeps a verified domain so where DNS is silent', async () => {
  const { domain, zones } = await makeWithZones();
  const served = await setUpZones(zones);
  await lookAgain(domain);
  for (const name of Object.keys(served.zones)) served.zones[name] = ['SERVFAIL'];
  const { state, records } = await lookAgain(domain);
  expect(state).toBe('verified');
  expect(new Set(records.map((record) => record.state))).toEqual(new Set(['unknown']));
});

it('signs by a new key once its record is there, and is not broken meanwhile', async () => {
  const { domain, zones } = await makeWithZones();
  const served = await setUpZones(zones);
  await lookAgain(domain);
  const rotated = await rotateKeys(testContext, { id: domain.id });
  expect(await lookAgain(domain)).toMatchObject({
    state: 'verified',
    keys: [{ state: 'signing' }, { state: 'waiting' }],
  });
  const { name, value } = rotated.records.find(({ key }) => key === 'dkim:relevo2')!;
  served.zones[name] = [{ TXT: value }];
  expect(await lookAgain(domain)).toMatchObject({ keys: [{ state: 'retiring' }, { state: 'signing' }] });
});

it('looks by itself at what is due, and at once at what was changed', async () => {
  const { domain, zones } = await makeWithZones();
  await setUpZones(zones);
  await sql()`update domains set next_check_at = now() + interval '1 day' where id <> ${domain.id}`;
  await checkDueDomains();
  expect(await getDomain(testContext, domain.id)).toMatchObject({ state: 'verified' });
  await updateDomain(testContext, { id: domain.id, dmarc: { policy: 'reject', reportsTo: null } });
  await Promise.all([checkDueDomains(), checkDueDomains()]);
  expect(found(await getDomain(testContext, domain.id), 'dmarc')).toEqual([
    'wrong',
    'dmarc_weaker',
    { found: 'quarantine', wanted: 'reject' },
  ]);
});
