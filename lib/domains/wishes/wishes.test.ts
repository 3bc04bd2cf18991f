import { describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { type ApiAnswer, allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { setUpZones } from '@/lib/testing/dns-server';
import type { DomainHeld } from '@/lib/testing/domain-play';
import { DOMAIN_PLAYS, type DomainKind } from '@/lib/testing/domain-plays';
import { lookAgain, makeDomain } from '@/lib/testing/domains';
import { makeProvider, testContext } from '@/lib/testing/factories';
import type { DomainView } from '../schema';
import { createAtProvider } from './create-at-provider';

useTestDatabase();
allowLoopbackTargets();

const KINDS = Object.keys(DOMAIN_PLAYS) as DomainKind[];
let count = 0;

async function make(
  kind: DomainKind,
  held: (domain: string) => DomainHeld[] = () => [],
  secrets: Record<string, string> = DOMAIN_PLAYS[kind].secrets,
) {
  const play = DOMAIN_PLAYS[kind];
  const name = `wished-${++count}.example`;
  const service: { held: DomainHeld[]; fault?: ApiAnswer } = { held: held(play.nameOf?.(name) ?? name) };
  const { url, calls } = await startApiServer((call) => service.fault ?? play.answer(call, service.held));
  const settings = play.settings(url, name);
  const provider = await makeProvider({ kind, settings, secrets });
  await setUpZones({});
  const domain = await makeDomain({ name, senders: { addresses: [], providers: [provider.id] } });
  return Object.assign(service, { calls, domain, provider, records: play.records(name) });
}

/** As if nobody had asked the service for a while. */
async function askAgain(domain: DomainView): Promise<DomainView> {
  await sql()`
    update domains set wishes = replace(wishes::text, '"askedAt": "20', '"askedAt": "19')::jsonb where id = ${domain.id}`;
  return lookAgain(domain);
}
const theirs = ({ records }: DomainView) =>
  records.flatMap(({ provider, purpose, type, name, value }) =>
    provider ? [`${purpose} ${type} ${name} ${value}`] : [],
  );
const there = ({ senders }: DomainView) => senders.providers[0]!.there;

describe.each(KINDS)('a domain at %s', (kind) => {
  it('wants what its service says, as long as it sends', async () => {
    const { domain, records } = await make(kind, (name) => [{ name, verified: false }]);
    const seen = await lookAgain(domain);
    expect(theirs(seen)).toEqual(records);
    expect(there(seen)).toMatchObject({ state: 'waiting', needs: null, reply: null });
  });

  it('is verified once the service says so', async () => {
    const { domain } = await make(kind, (name) => [{ name, verified: true }]);
    expect(there(await lookAgain(domain))).toMatchObject({ state: 'verified' });
  });

  it('is not known there, is created by a press, and is there once', async () => {
    const service = await make(kind, (name) => [{ name: `news.${name}`, verified: true }]);
    const before = await lookAgain(service.domain);
    expect([there(before)?.state, theirs(before)]).toEqual(['absent', []]);
    const made = await createAtProvider(testContext, {
      id: service.domain.id,
      provider: service.provider.name,
    });
    expect(theirs(made)).toEqual(service.records);
    expect(there(made)).toMatchObject({ state: 'waiting' });
    expect(service.held).toHaveLength(2);
    const [audit] = await sql()`
      select after from audit_log where action = 'domain.create_at_provider' and subject_id = ${service.domain.id}`;
    expect(audit?.after).toMatchObject({ provider: service.provider.name, problem: null });
  });

  it('is not created a second time where somebody was quicker', async () => {
    const service = await make(kind);
    expect(there(await lookAgain(service.domain))?.state).toBe('absent');
    const press = () =>
      createAtProvider(testContext, { id: service.domain.id, provider: service.provider.name });
    await press();
    const again = await press();
    expect(service.held).toHaveLength(1);
    expect([there(again)?.state, theirs(again)]).toEqual(['waiting', service.records]);
  });

  it('says which permission the key lacks, and keeps what it knew', async () => {
    const service = await make(kind, (name) => [{ name, verified: false }]);
    await lookAgain(service.domain);
    service.fault = DOMAIN_PLAYS[kind].forbidden;
    const seen = await askAgain(service.domain);
    // Keys of Brevo have no permissions of their own.
    const needs = kind === 'brevo' ? null : expect.stringMatching(/\w/);
    expect(there(seen)).toMatchObject({ state: 'permission', needs });
    expect(theirs(seen)).toEqual(service.records);
    const pressed = await createAtProvider(testContext, { id: seen.id, provider: service.provider.id });
    expect(there(pressed)).toMatchObject({ state: 'permission' });
  });

  it('takes a service that is down for one that did not answer', async () => {
    const service = await make(kind);
    service.fault = { status: 503, body: 'down' };
    expect(there(await lookAgain(service.domain))).toMatchObject({ state: 'unreachable', needs: null });
  });

  it('is asked about now and then, and once for several looks', async () => {
    const { domain, calls } = await make(kind, (name) => [{ name, verified: true }]);
    await lookAgain(domain);
    const asked = calls.length;
    await lookAgain(domain);
    expect(calls).toHaveLength(asked);
    await askAgain(domain);
    expect(calls.length).toBe(2 * asked);
  });
});

it('no record of another domain is taken from a service', async () => {
  const service = await make('brevo');
  service.fault = {
    status: 200,
    body: {
      authenticated: false,
      dns_records: {
        dkim_record: { type: 'TXT', host_name: 'mail._domainkey', value: 'k=rsa;p=AAAA' },
        dkim_other: { type: 'TXT', host_name: 'a\nb', value: 'k=rsa;p=BBBB' },
        dkim_long: { type: 'TXT', host_name: 'long', value: 'x'.repeat(5_000) },
        dkim_unread: { type: 'SRV', host_name: 'srv', value: 'x' },
      },
    },
  };
  const { name } = service.domain;
  expect(theirs(await lookAgain(service.domain))).toEqual([
    `dkim TXT mail._domainkey.${name} k=rsa;p=AAAA`,
    // More than any text of an answer is read of.
    expect.stringMatching(/^dkim TXT long\./),
  ]);
});

it('by SES, keys stand in the zone that it names', async () => {
  const service = await make('ses');
  const DkimAttributes = {
    SigningAttributesOrigin: 'AWS_SES',
    Tokens: ['tok1'],
    SigningHostedZone: 'dkim.af-south-1.amazonses.com',
  };
  service.fault = { status: 200, body: { VerifiedForSendingStatus: false, DkimAttributes } };
  const { name } = service.domain;
  expect(theirs(await lookAgain(service.domain))).toEqual([
    `dkim CNAME tok1._domainkey.${name} tok1.dkim.af-south-1.amazonses.com`,
  ]);
});

it('by Postmark, nothing is asked for without the token of the account', async () => {
  const service = await make('postmark', (name) => [{ name, verified: true }], { apiKey: 'of-a-server' });
  const seen = await lookAgain(service.domain);
  expect(there(seen)).toMatchObject({ state: 'permission', needs: 'Account API token' });
  expect(service.calls).toEqual([]);
});

it('a service without an API for it is said to be one', async () => {
  const { id: provider } = await makeProvider({ kind: 'smtp', settings: { host: 'smtp.example.com' } });
  await setUpZones({});
  const { id, senders } = await makeDomain({ senders: { addresses: [], providers: [provider] } });
  expect(senders.providers[0]).not.toHaveProperty('there');
  await expect(createAtProvider(testContext, { id, provider })).rejects.toMatchObject({
    code: 'conflict',
    options: { reason: { code: 'domain_by_hand' } },
  });
  await expect(createAtProvider(testContext, { id, provider: 'nobody' })).rejects.toMatchObject({
    errors: [{ path: 'provider', code: 'no_provider' }],
  });
});
