import { describe, expect, it } from 'vitest';
import { readMail } from '@/lib/bounces/read-file';
import { sql } from '@/lib/database/db';
import { passedOn, reportMail } from '@/lib/domain-reports/samples/in-mail';
import { LARGE_RECEIVERS } from '@/lib/domain-reports/samples/large-receivers';
import { TLS_REPORTS } from '@/lib/domain-reports/samples/tls-reports';
import { cleanUp } from '@/lib/retention/clean-up';
import { useTestDatabase } from '@/lib/testing/database';
import { setUpZones } from '@/lib/testing/dns-server';
import { makeReport } from '@/lib/testing/domain-reports';
import { makeDomain } from '@/lib/testing/domains';
import { makeCompany, makeProvider, testContext } from '@/lib/testing/factories';
import { getReports } from './get-reports';
import { nameSources } from './name-sources';
import { readReports } from './read-reports';

useTestDatabase();

const read = (bytes: Buffer) => readReports(testContext, { name: 'report', bytes });
const effects = async (bytes: Buffer) => (await read(bytes)).data.map(({ effect }) => effect);

describe('a report', () => {
  it('is kept once by its reporter and id, whatever it comes in', async () => {
    const { id, name } = await makeDomain();
    const file = makeReport(name, [{ address: '192.0.2.7', count: 5 }]);
    expect(await effects(file)).toEqual(['noted']);
    expect(await effects(file)).toEqual(['repeated']);
    expect(await effects(reportMail(name, [{ type: 'text/xml', name: 'r.xml', body: file }]))).toEqual([
      'repeated',
    ]);
    expect((await getReports(testContext, { id })).messages).toBe(5);
  });

  it('is only looked at in a dry run', async () => {
    const { id, name } = await makeDomain();
    const file = { name: '', bytes: makeReport(name, [{ address: '192.0.2.7', count: 5 }]) };
    expect((await readReports(testContext, file, { dryRun: true })).data[0]!.effect).toBe('would_be_noted');
    expect((await getReports(testContext, { id })).reports).toEqual([]);
  });

  it('of a domain that is not here is not kept', async () => {
    expect(await effects(makeReport('elsewhere.example', [{ address: '192.0.2.7', count: 1 }]))).toEqual([
      'no_domain',
    ]);
  });

  it('of a name below is kept at the domain above it', async () => {
    const { id, name } = await makeDomain();
    await read(makeReport(`news.${name}`, [{ address: '192.0.2.7', count: 3 }]));
    expect((await getReports(testContext, { id })).messages).toBe(3);
  });

  it('that a company reads is kept at its own domain alone', async () => {
    const company = await makeCompany();
    const { id, name } = await makeDomain();
    const own = await makeDomain({ name, company: company.id });
    const ctx = { ...testContext, companyId: company.id };
    const bytes = makeReport(name, [{ address: '192.0.2.7', count: 2 }]);
    await readReports(ctx, { name: '', bytes });
    expect((await getReports(testContext, { id: own.id })).messages).toBe(2);
    expect((await getReports(testContext, { id })).messages).toBe(0);
  });

  it('that stands in no file says what is wrong', async () => {
    const { data } = await read(Buffer.from('From: a@example.com\r\nSubject: Hello\r\n\r\nNothing here.'));
    expect(data).toMatchObject([{ effect: 'refused', refusal: { code: 'not_a_report' } }]);
  });
});

describe('mails as reporters send them', () => {
  const google = LARGE_RECEIVERS[0]!.file;
  const tls = TLS_REPORTS[0]!.file;
  it.each([
    [
      'Google: the zip is the whole mail',
      () =>
        reportMail('clinic.example', [{ type: 'application/zip', name: 'g.zip', body: google }], {
          single: true,
        }),
      'dmarc',
    ],
    [
      'a note and gzip',
      () =>
        reportMail('clinic.example', [
          { type: 'text/plain', body: 'A report.' },
          { type: 'application/gzip', name: 'r.xml.gz', body: LARGE_RECEIVERS[1]!.file },
        ]),
      'dmarc',
    ],
    [
      'an unnamed stream of bytes',
      () =>
        reportMail('clinic.example', [{ type: 'application/octet-stream', body: LARGE_RECEIVERS[2]!.file }]),
      'dmarc',
    ],
    [
      'TLS-RPT',
      () => reportMail('clinic.example', [{ type: 'application/tlsrpt+gzip', name: 't.json.gz', body: tls }]),
      'tls',
    ],
    [
      'passed on by a person',
      () =>
        passedOn(reportMail('clinic.example', [{ type: 'application/zip', name: 'g.zip', body: google }])),
      'dmarc',
    ],
  ] as const)('%s', async (_, mail, kind) => {
    const { reports, results } = await readMail(testContext, mail(), { dryRun: true });
    expect(results).toEqual([]);
    expect(reports).toMatchObject([{ kind, domain: 'clinic.example' }]);
  });

  it('leaves bounces with a zip attached alone', async () => {
    const mail = reportMail('clinic.example', [
      { type: 'application/zip', name: 'a.zip', body: Buffer.from('PK\x03\x04junk') },
    ]);
    expect((await readMail(testContext, mail, { dryRun: true })).reports).toBeUndefined();
  });
});

describe('who sends', () => {
  it('is told by addresses, SPF of services, names in DNS and what was signed', async () => {
    await makeProvider({ name: 'Bulk', kind: 'sendgrid', settings: {}, secrets: { apiKey: 'SG.x' } });
    const { id, name } = await makeDomain({
      senders: { addresses: ['192.0.2.0/28', '2001:db8::/64'], providers: ['Bulk'] },
    });
    await setUpZones({
      'sendgrid.net': [{ TXT: 'v=spf1 ip4:198.51.100.0/25 ~all' }],
      'mailgun.org': [{ TXT: 'v=spf1 include:a.mailgun.org ~all' }],
      'a.mailgun.org': [{ TXT: 'v=spf1 ip4:198.51.100.128/25 ~all' }],
      '1.113.0.203.in-addr.arpa': [{ PTR: 'mx1.forwarder.example' }],
      'mx1.forwarder.example': [{ A: '203.0.113.1' }],
      '2.113.0.203.in-addr.arpa': [{ PTR: `mail.${name}` }],
      [`mail.${name}`]: [{ A: '203.0.113.99' }],
      '3.113.0.203.in-addr.arpa': [{ PTR: `app.${name}` }],
      [`app.${name}`]: [{ A: '203.0.113.3' }],
      '4.113.0.203.in-addr.arpa': ['SERVFAIL'],
    });
    await read(
      makeReport(name, [
        { address: '192.0.2.7', count: 70, dkim: 'pass', spf: 'pass' },
        { address: '2001:db8::7', count: 30, dkim: 'pass', spf: 'pass' },
        { address: '198.51.100.4', count: 20, dkim: 'pass', spf: 'fail' },
        { address: '198.51.100.200', count: 9, dkim: 'fail', spf: 'fail' },
        { address: '203.0.113.1', count: 8, dkim: 'pass', spf: 'fail' },
        { address: '203.0.113.2', count: 7, dkim: 'fail', spf: 'fail' },
        { address: '203.0.113.3', count: 6, dkim: 'fail', spf: 'fail' },
        { address: '203.0.113.4', count: 5, dkim: 'fail', spf: 'fail' },
      ]),
    );
    const { sources } = await getReports(testContext, { id });
    expect(sources.map(({ kind, name: who, messages, failed }) => [kind, who, messages, failed])).toEqual([
      ['own', null, 70, 0],
      ['own', null, 30, 0],
      ['provider', 'Bulk', 20, 0],
      ['service', 'Mailgun', 9, 9],
      ['forwarder', 'forwarder.example', 8, 0],
      // Says that it is of the domain, and is not.
      ['stranger', null, 7, 7],
      ['own', `app.${name}`, 6, 6],
      ['unknown', null, 5, 5],
    ]);
  });

  it('is looked at again when the senders change', async () => {
    const { id, name } = await makeDomain();
    await setUpZones({});
    await read(makeReport(name, [{ address: '192.0.2.200', count: 1 }]));
    const kindOf = async () => (await getReports(testContext, { id })).sources[0]!.kind;
    expect(await kindOf()).toBe('stranger');
    await sql()`update domains set senders = ${sql().json({ addresses: ['192.0.2.200'], providerIds: [] })}, updated_at = now() where id = ${id}`;
    expect(await nameSources({ domainId: id })).toBe(1);
    expect(await kindOf()).toBe('own');
    expect(await nameSources({ domainId: id })).toBe(0);
  });
});

it('is forgotten after a year and a month, with its rows and addresses', async () => {
  const { id, name } = await makeDomain();
  await read(makeReport(name, [{ address: '192.0.2.7', count: 1 }]));
  await sql()`update domain_reports set ends_at = now() - interval '397 days' where domain_id = ${id}`;
  await cleanUp();
  const count = async (table: string) =>
    (await sql()`select from ${sql()(table)} where domain_id = ${id}`).count;
  expect([
    await count('domain_reports'),
    await count('domain_report_rows'),
    await count('domain_sources'),
  ]).toEqual([0, 0, 0]);
});
