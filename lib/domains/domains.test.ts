import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { startSigning } from '@/lib/dkim/keys';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeProvider, testContext } from '@/lib/testing/factories';
import { createDomain, deleteDomain, rotateKeys, updateDomain } from './change';
import { getDomain, listDomains } from './find';
import { DomainInput } from './schema';

useTestDatabase();

let count = 0;
const freshName = () => `clinic-${++count}.example`;
const make = (input: object = {}, ctx: Context = testContext) =>
  createDomain(ctx, DomainInput.parse({ name: freshName(), ...input }));
const recordsOf = (domain: { records: { key: string; value: string }[] }) =>
  Object.fromEntries(domain.records.map(({ key, value }) => [key, value]));
const dumpKeys = () => sql()<{ sealed: string | null }[]>`select sealed from domain_keys`;

describe('createDomain', () => {
  it('has a key that waits for its record, and asks for DMARC at least', async () => {
    const { name, records, keys, state } = await make();
    expect(state).toBe('new');
    expect(keys).toMatchObject([{ selector: 'relevo1', algorithm: 'rsa', state: 'waiting' }]);
    expect(records.map(({ key, type, name: at, state: how }) => [key, type, at, how])).toEqual([
      ['dkim:relevo1', 'TXT', `relevo1._domainkey.${name}`, 'unknown'],
      ['dmarc', 'TXT', `_dmarc.${name}`, 'unknown'],
    ]);
    expect(recordsOf({ records }).dmarc).toBe('v=DMARC1; p=none');
    // 2048 bits (RFC 8301): 294 bytes of SPKI.
    expect(records[0]!.value).toMatch(/^v=DKIM1; k=rsa; p=[A-Za-z0-9+/=]{392}$/);
  });

  it('keeps the private part sealed', async () => {
    await make({ algorithms: 'rsa_ed25519' });
    for (const { sealed } of await dumpKeys()) expect(sealed).toMatch(/^enc:v1:/);
  });

  it.each(['com.py', 'co.uk', 'github.io', 'gov.py'])(
    'refuses %s, under which others register',
    async (name) => {
      await expect(make({ name })).rejects.toMatchObject({
        code: 'validation_failed',
        errors: [{ path: 'name', code: 'public_suffix' }],
      });
    },
  );

  it.each([
    ['CLINIC.Example.com.py', 'clinic.example.com.py'],
    ['clínica.example', 'xn--clnica-4va.example'],
  ])('%s is %s in DNS', async (typed, name) => {
    expect(await make({ name: typed })).toMatchObject({ name });
    expect(await getDomain(testContext, typed)).toMatchObject({ name });
  });

  it.each(['', 'localhost', 'a b.com', 'a..com', '-a.com', '10.0.0.1', `${'x'.repeat(64)}.com`, 'com\n.py'])(
    'refuses %j, which is no domain',
    (name) => {
      expect(DomainInput.safeParse({ name }).success).toBe(false);
    },
  );

  it('is there once for a company, whatever the spelling', async () => {
    const name = freshName();
    await make({ name });
    await expect(make({ name: name.toUpperCase() })).rejects.toMatchObject({ code: 'name_taken' });
    const company = await makeCompany();
    expect(await make({ name, company: company.key })).toMatchObject({ name, company: company.key });
  });

  it('asks SPF for those who send in its name', async () => {
    const workspace = await makeProvider({
      kind: 'smtp',
      settings: { preset: 'google-workspace-relay', host: 'smtp-relay.gmail.com' },
    });
    const own = await makeProvider({ kind: 'smtp', settings: { host: 'mail.clinic.example' } });
    const senders = (addresses: string[], ...providers: string[]) => ({ senders: { addresses, providers } });
    const spf = async (input: object) => recordsOf(await make(input)).spf;
    expect(await spf(senders([], workspace.name, own.id))).toBe(
      'v=spf1 include:_spf.google.com a:mail.clinic.example ~all',
    );
    expect(await spf(senders(['192.0.2.7', '2001:db8::/64', '192.0.2.7/32'], own.name))).toBe(
      'v=spf1 ip4:192.0.2.7 ip6:2001:db8::/64 ~all',
    );
    await expect(make(senders([], 'nobody'))).rejects.toMatchObject({
      errors: [{ path: 'senders.providers.0', code: 'no_provider' }],
    });
  });
});

describe('rotation', () => {
  it('publishes, sees, signs, and lets the old key go only after mails of it have arrived', async () => {
    const { id } = await make();
    expect(await startSigning(id, ['relevo1'])).toEqual(['relevo1']);
    const rotated = await rotateKeys(testContext, { id });
    expect(rotated.keys.map(({ selector, state }) => [selector, state])).toEqual([
      ['relevo1', 'signing'],
      ['relevo2', 'waiting'],
    ]);
    expect(await startSigning(id, ['relevo1'])).toEqual([]);
    expect(await startSigning(id, ['relevo1', 'relevo2'])).toEqual(['relevo2']);
    const { keys, records } = await getDomain(testContext, id);
    expect(keys.map(({ selector, state }) => [selector, state])).toEqual([
      ['relevo1', 'retiring'],
      ['relevo2', 'signing'],
    ]);
    const days = (Date.parse(keys[0]!.retiresAt!) - Date.now()) / 86_400_000;
    // Longer than the five days that Postfix keeps mail (maximal_queue_lifetime).
    expect(days).toBeGreaterThan(5);
    expect(records.map(({ key }) => key)).toContain('dkim:relevo1');
  });

  it('makes one key where two people rotate, the later one', async () => {
    const { id } = await make();
    await Promise.all([rotateKeys(testContext, { id }), rotateKeys(testContext, { id })]);
    const { keys } = await getDomain(testContext, id);
    expect(keys.filter(({ state }) => state === 'waiting')).toHaveLength(1);
  });

  it('takes a key that was used elsewhere, and no other thing', async () => {
    const { id } = await make();
    const pem = (bits: number) =>
      generateKeyPairSync('rsa', { modulusLength: bits })
        .privateKey.export({ type: 'pkcs1', format: 'pem' })
        .toString();
    const { keys } = await rotateKeys(testContext, {
      id,
      key: { selector: 'Mail2019', privateKey: pem(2048) },
    });
    expect(keys).toMatchObject([{ selector: 'mail2019', algorithm: 'rsa', state: 'waiting' }]);
    const refused = (privateKey: string, selector = 'other') =>
      expect(rotateKeys(testContext, { id, key: { selector, privateKey } })).rejects;
    await refused('no key').toMatchObject({ errors: [{ path: 'privateKey', code: 'private_key' }] });
    await refused(pem(512)).toMatchObject({ errors: [{ path: 'privateKey', code: 'key_bits' }] });
    await refused(pem(2048), 'mail2019').toMatchObject({ errors: [{ path: 'selector', code: 'taken' }] });
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    await refused(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()).toMatchObject({
      errors: [{ path: 'privateKey', code: 'private_key' }],
    });
  });

  it('is in the audit log, without any key', async () => {
    const { id } = await make();
    await rotateKeys(testContext, { id });
    const rows =
      await sql()`select action, before, after from audit_log where subject_id = ${id} order by id`;
    expect(rows.map(({ action }) => action)).toEqual(['domain.create', 'domain.rotate_keys']);
    expect(JSON.stringify(rows)).not.toMatch(/PRIVATE|enc:v1/);
  });
});

describe('updateDomain', () => {
  it('changes what is asked for, and adds or retires the second signature', async () => {
    const { id } = await make();
    const paths = {
      returnPath: { name: 'bounces', host: 'mail.clinic.example' },
      tracking: { name: 'track' },
    };
    const both = await updateDomain(testContext, {
      id,
      ...paths,
      algorithms: 'rsa_ed25519',
      dmarc: { policy: 'quarantine', reportsTo: 'dmarc@clinic.example' },
      senders: { addresses: ['192.0.2.7/32'], providers: [] },
      step: 'dkim',
    });
    expect(both.keys.map(({ selector }) => selector)).toEqual(['relevo1', 'relevo2e']);
    expect(recordsOf(both)).toMatchObject({
      dmarc: 'v=DMARC1; p=quarantine; rua=mailto:dmarc@clinic.example',
      return_mx: '10 mail.clinic.example',
      return_spf: 'v=spf1 ip4:192.0.2.7 ~all',
    });
    await startSigning(id, ['relevo1', 'relevo2e']);
    const { keys, step } = await updateDomain(testContext, { id, algorithms: 'rsa' });
    expect(keys.map(({ state }) => state)).toEqual(['signing', 'retiring']);
    expect(step).toBe('dkim');
  });

  it('refuses a save that would undo another', async () => {
    const { id, version } = await make();
    await updateDomain(testContext, { id, version, rotateEveryDays: 90 });
    await expect(updateDomain(testContext, { id, version, rotateEveryDays: 180 })).rejects.toMatchObject({
      code: 'changed_meanwhile',
    });
  });
});

it('belongs to its company: others neither see nor change it', async () => {
  const [own, other] = [await makeCompany(), await makeCompany()];
  const { id, name } = await make({ company: own.key });
  const ctx: Context = {
    ...testContext,
    companyId: other.id,
    actor: { type: 'token', id: newId(), label: 'other', scopes: [] },
  };
  expect((await listDomains(ctx)).data.map((domain) => domain.id)).not.toContain(id);
  for (const ref of [id, name]) {
    await expect(getDomain(ctx, ref)).rejects.toMatchObject({ code: 'not_found' });
    await expect(deleteDomain(ctx, { id: ref })).rejects.toMatchObject({ code: 'not_found' });
    await expect(rotateKeys(ctx, { id: ref })).rejects.toMatchObject({ code: 'not_found' });
  }
  const shared = await make();
  await expect(updateDomain(ctx, { id: shared.id, rotateEveryDays: 90 })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await deleteDomain(testContext, { id });
  await expect(getDomain(testContext, id)).rejects.toMatchObject({ code: 'not_found' });
});
