import { beforeEach, describe, expect, it } from 'vitest';
import { forgetBlocklists } from '@/lib/domains/health/ask-blocklists';
import { translator } from '@/lib/i18n/translate';
import { makeAiProvider, playAi } from '@/lib/testing/ai/make';
import { allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { setUpZones } from '@/lib/testing/dns-server';
import { makeWithZones } from '@/lib/testing/domains';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { examineSystem } from './examine-system';
import type { Report } from './schema';

useDatabaseForEachTest();
allowLoopbackTargets();
beforeEach(forgetBlocklists);

const codes = ({ findings }: Report) => findings.map(({ severity, code }) => `${severity} ${code}`);
/** What a mail server of one's own needs beside the records of the wizard. */
const SERVER = {
  'example.com': [{ SOA: ['ns.example.com', 1] as [string, number] }],
  '7.2.0.192.in-addr.arpa': [{ PTR: 'mail.example.net' }],
  'mail.example.net': [{ A: '192.0.2.7' }],
};

describe('the doctor', () => {
  it('has nothing to say where all is well', async () => {
    await makeProvider({ name: 'Good' });
    const { zones } = await makeWithZones();
    await setUpZones({ ...zones, ...SERVER });
    expect(await examineSystem(testContext)).toEqual({
      state: 'good',
      looked: { dns: 1, domains: 1, providers: 1, ai: 0 },
      findings: [],
    });
  });

  it('warns of an AI provider whose key does not hold, and spends nothing to know it', async () => {
    const { fake } = await playAi({ name: 'Good' });
    // As Mistral answers to a key that it does not know.
    const { url } = await startApiServer(() => ({ status: 401, body: { detail: 'Unauthorized' } }));
    const provider = await makeAiProvider({ name: 'Old key', endpoint: url, apiKey: 'sk-another-canary' });
    const report = await examineSystem(testContext, { only: ['ai'] });
    expect(report.looked.ai).toBe(2);
    expect(fake.asked).toEqual([]);
    expect(report).toMatchObject({
      state: 'warning',
      findings: [{ area: 'ai', subject: provider.name, severity: 'warning', code: 'ai_auth' }],
    });
    expect(JSON.stringify(report)).not.toContain('canary');
  });

  it('says which record is to be mended, and how it should be', async () => {
    await makeProvider();
    const { domain, zones } = await makeWithZones();
    const dmarc = `_dmarc.${domain.name}`;
    await setUpZones({ ...zones, ...SERVER, [dmarc]: [{ TXT: 'v=DMARC1' }] });
    const report = await examineSystem(testContext, { only: ['domains'] });
    expect(report.looked).toEqual({ dns: 0, domains: 1, providers: 0, ai: 0 });
    expect(report.findings[0]).toMatchObject({
      area: 'domains',
      subject: domain.name,
      severity: 'error',
      code: 'record_dmarc_no_policy',
      remedy: translator('en')('domains.findings.dmarc_no_policy.fix'),
      record: { type: 'TXT', name: dmarc, value: expect.stringContaining('p=quarantine') },
    });
  });

  it('tells what others think of the server, in the language asked for', async () => {
    const { zones } = await makeWithZones();
    await setUpZones({ ...zones, ...SERVER, '7.2.0.192.in-addr.arpa': [] });
    const { findings } = await examineSystem({ ...testContext, locale: 'es' }, { only: ['domains'] });
    const t = translator('es');
    expect(findings).toMatchObject([
      {
        severity: 'error',
        code: 'ptr_missing',
        what: t('findings.ptr_missing', { ip: '192.0.2.7' }),
        remedy: t('doctor.remedies.name'),
      },
    ]);
  });

  it('does not take a DNS that is silent for records that are missing', async () => {
    const { domain, zones } = await makeWithZones();
    await setUpZones({ ...zones, ...SERVER, [domain.name]: ['SERVFAIL'] });
    const report = await examineSystem(testContext, { only: ['dns', 'domains'] });
    expect(codes(report)).toContain('unknown record_dns_trouble');
    expect(report.findings.filter(({ area, severity }) => area === 'dns' || severity === 'error')).toEqual(
      [],
    );
    expect(report.state).toBe('unknown');
  });

  it('tells a DNS server that knows nothing of the world', async () => {
    await setUpZones({ 'example.com': ['SERVFAIL'] });
    const { findings } = await examineSystem(testContext, { only: ['dns'] });
    expect(findings).toMatchObject([{ severity: 'error', code: 'dns_no_answer', area: 'dns' }]);
    expect(findings[0]!.what).toContain('servfail');
  });

  it('names the provider that does not work, and passes by one that a person paused', async () => {
    const settings = { host: '127.0.0.1', port: 1, security: 'none' };
    await makeProvider({ kind: 'smtp', name: 'Gone', settings });
    await makeProvider({ kind: 'smtp', name: 'Paused', settings, active: false });
    const report = await examineSystem(testContext, { only: ['providers'] });
    expect(report.looked.providers).toBe(1);
    expect(report.findings).toMatchObject([
      {
        subject: 'Gone',
        severity: 'error',
        code: 'provider_refused',
        remedy: translator('en')('tests.causes.refused', { name: 'Gone' }),
      },
    ]);
  });

  it('says that nobody is there to send', async () => {
    await makeProvider({ kind: 'sandbox', name: 'Box' });
    expect(codes(await examineSystem(testContext, { only: ['providers'] }))).toEqual(['warning no_provider']);
  });

  it('puts the worst first', async () => {
    const { domain, zones } = await makeWithZones();
    await setUpZones({ ...zones, ...SERVER, [domain.name]: ['SERVFAIL'], '7.2.0.192.in-addr.arpa': [] });
    const { findings, state } = await examineSystem(testContext);
    expect(state).toBe('error');
    const severities = findings.map(({ severity }) => severity);
    expect(severities).toEqual(severities.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)));
    expect(new Set(severities)).toEqual(new Set(ORDER));
  });
});

const ORDER = ['error', 'warning', 'unknown'];
