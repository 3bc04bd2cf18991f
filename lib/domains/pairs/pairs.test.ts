import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { startSigning } from '@/lib/dkim/keys';
import { useTestDatabase } from '@/lib/testing/database';
import { setUpZones } from '@/lib/testing/dns-server';
import type { Zones } from '@/lib/testing/dns-zones';
import { makeDomain, makeWithZones } from '@/lib/testing/domains';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { askSpf } from '../ask-spf';
import { updateDomain } from '../change';
import { checkPairs, listPairs } from './list-pairs';
import type { PairView } from './schema';

useTestDatabase();

const smtp = (host: string, settings: object = {}) =>
  makeProvider({ kind: 'smtp', settings: { host, ...settings } });
const mailgun = (domain: string) =>
  makeProvider({ kind: 'mailgun', settings: { domain, region: 'us' }, secrets: { apiKey: 'key-13' } });
const codes = ({ reasons }: PairView) => reasons.map(({ code }) => code);

async function judged(domainId: string, providerId: string): Promise<PairView> {
  await sql()`update domains set checked_at = null where id = ${domainId}`;
  const { data } = await checkPairs(testContext, { id: domainId });
  return data.find(({ provider }) => provider.id === providerId)!;
}

it('passes by our own server: SPF of its address, our signature, DMARC over both', async () => {
  const { domain, zones } = await makeWithZones();
  const { id } = await smtp('mail.own-server.example');
  await updateDomain(testContext, {
    id: domain.id,
    senders: { addresses: ['192.0.2.7'], providers: [id] },
  });
  await setUpZones(zones);
  expect(await judged(domain.id, id)).toMatchObject({
    verdict: 'passes',
    spf: { result: 'pass', domain: domain.name, aligned: true },
    dkim: { result: 'pass', domain: domain.name, aligned: true, by: 'relevo' },
    dmarc: { result: 'pass', policy: 'quarantine' },
  });
});

it('passes by the signature alone where SPF does not know the server', async () => {
  const { domain, zones } = await makeWithZones();
  const { id } = await smtp('mail.elsewhere.example');
  zones['mail.elsewhere.example'] = [{ A: '8.8.8.8' }];
  await setUpZones(zones);
  const pair = await judged(domain.id, id);
  expect(pair).toMatchObject({ verdict: 'passes', spf: { result: 'softfail', address: '8.8.8.8' } });
  expect(codes(pair)).toEqual(['spf_not_allowed', 'dkim_passes']);
  expect(pair.summary).toContain(`SPF of ${domain.name} does not allow 8.8.8.8 (softfail).`);
});

it('fails where neither SPF nor a signature of the domain passes', async () => {
  const { domain, zones } = await makeWithZones();
  const { id } = await smtp('mail.unsigned.example');
  zones['mail.unsigned.example'] = [{ A: '8.8.8.8' }];
  zones[`relevo1._domainkey.${domain.name}`] = [];
  await setUpZones(zones);
  const pair = await judged(domain.id, id);
  expect(pair).toMatchObject({ verdict: 'fails', dmarc: { result: 'fail', policy: 'quarantine' } });
  expect(codes(pair)).toEqual(['spf_not_allowed', 'dkim_none']);
});

it('fails by a service that signs as another domain and takes bounces there', async () => {
  const { domain, zones } = await makeWithZones();
  const { id } = await mailgun('mg.another.example');
  Object.assign(zones, {
    'mg.another.example': [{ TXT: 'v=spf1 include:mailgun.org ~all' }],
    'mailgun.org': [{ TXT: 'v=spf1 ip4:198.61.254.0/24 ~all' }],
  } satisfies Zones);
  await setUpZones(zones);
  const pair = await judged(domain.id, id);
  expect(pair).toMatchObject({ verdict: 'fails', spf: { aligned: false, domain: 'mg.another.example' } });
  expect(codes(pair)).toEqual(['spf_other_domain', 'dkim_other_domain']);
});

it('passes by a sub-domain of its own, which relaxed alignment allows and strict does not', async () => {
  const { domain, zones } = await makeWithZones();
  const { id } = await mailgun(`mg.${domain.name}`);
  zones[`mg.${domain.name}`] = [{ TXT: 'v=spf1 include:mailgun.org ~all' }];
  zones['mailgun.org'] = [{ TXT: 'v=spf1 ip4:198.61.254.0/24 ~all' }];
  const served = await setUpZones(zones);
  expect(await judged(domain.id, id)).toMatchObject({
    verdict: 'passes',
    spf: { result: 'pass', address: '198.61.254.0', aligned: true },
  });
  served.zones[`_dmarc.${domain.name}`] = [{ TXT: 'v=DMARC1; p=reject; aspf=s; adkim=s' }];
  expect(await judged(domain.id, id)).toMatchObject({
    verdict: 'fails',
    dmarc: { result: 'fail', policy: 'reject' },
  });
});

it('knows nothing where DNS is silent, or nobody tells what a service signs', async () => {
  const { domain, zones } = await makeWithZones();
  const sendgrid = await makeProvider({ kind: 'sendgrid', settings: {}, secrets: { apiKey: 'SG.x' } });
  const own = await smtp('mail.silent.example');
  const served = await setUpZones(zones);
  expect(await judged(domain.id, sendgrid.id)).toMatchObject({
    verdict: 'unknown',
    spf: { domain: 'sendgrid.net', aligned: false },
    dkim: { result: 'unknown', domain: domain.name },
  });
  for (const name of Object.keys(served.zones)) served.zones[name] = ['SERVFAIL'];
  expect(await judged(domain.id, own.id)).toMatchObject({ verdict: 'unknown' });
});

it('is what the service says of the domain', async () => {
  const { domain, zones } = await makeWithZones();
  const { id } = await makeProvider({ kind: 'resend', settings: {}, secrets: { apiKey: 're_13' } });
  await setUpZones(zones);
  const told = (wishes: object) =>
    sql()`update domains set wishes = ${sql().json({ [id]: { records: [], verified: null, problem: null, reply: null, askedAt: '', ...wishes } })}
      where id = ${domain.id}`;
  await told({ problem: 'absent' });
  expect(codes(await judged(domain.id, id))).toContain('dkim_none');
  await told({ verified: true });
  expect(await judged(domain.id, id)).toMatchObject({ verdict: 'passes', dkim: { by: 'provider' } });
});

it('says nothing of a provider that came or changed since', async () => {
  const domain = await makeDomain();
  await startSigning(domain.id, ['relevo1']);
  const { id } = await smtp('mail.new.example');
  const find = async () =>
    (await listPairs(testContext, domain.id)).data.find(({ provider }) => provider.id === id)!;
  expect(await find()).toMatchObject({ verdict: 'unknown', checkedAt: null });
  await setUpZones({});
  expect((await judged(domain.id, id)).checkedAt).not.toBeNull();
  await sql()`update providers set version = version + 1 where id = ${id}`;
  await expect.poll(find, { timeout: 5_000 }).toMatchObject({ reasons: [{ code: 'not_judged' }] });
});

it('asks SPF about any address', async () => {
  const { domain, zones } = await makeWithZones();
  await setUpZones(zones);
  const ask = (ip: string, mailFrom?: string) => askSpf(testContext, { id: domain.id, ip, mailFrom });
  expect(await ask('192.0.2.7')).toMatchObject({
    result: 'pass',
    reason: { code: 'matched', term: 'ip4:192.0.2.7' },
  });
  expect(await ask('192.0.2.8', `ana@${domain.name}`)).toMatchObject({
    result: 'softfail',
    reason: { term: '~all' },
  });
  expect(await ask('192.0.2.7', 'ana@nobody.example')).toMatchObject({ result: 'none' });
});
