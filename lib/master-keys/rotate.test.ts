import { globSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { EnvError } from '@/lib/env';
import { log } from '@/lib/log';
import { addKey } from '@/lib/providers/keys/keys';
import { sealedProviderKeys } from '@/lib/providers/keys/sealed-keys';
import { loadProvider } from '@/lib/providers/load';
import { updateProvider } from '@/lib/providers/update';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { dumpDatabase, useMasterKeys } from '@/lib/testing/master-keys';
import { checkKeyring } from './canary';
import { warnOfClosed } from './closed';
import { rotateKeys } from './rotate';
import { adviseOnKeys } from './sealed-stores';

useTestDatabase();

const FIRST = 'first-canary-0123456789';
const SECOND = 'second-canary-9876543210';

beforeEach(async () => {
  await sql()`delete from providers`;
  await sql()`delete from keyring_canary`;
  useMasterKeys('k1');
  await checkKeyring();
});

const makeSmtp = (password = FIRST) =>
  makeProvider({
    kind: 'smtp',
    settings: { host: 'smtp.example.com', username: 'clinic' },
    secrets: { password },
  });
const passwordOf = async (id: string) => (await loadProvider(id))?.config.secrets.password;
const rotate = () => rotateKeys(testContext);

describe('rotateKeys', () => {
  it('hands every sealed value of the database to the active key, also of keys that are not used', async () => {
    const [a, b] = [await makeSmtp(), await makeSmtp(SECOND)];
    await addKey(testContext, { id: a.id, label: 'spare', secrets: { password: SECOND }, activate: false });
    const before = await sql()`select id, label, active, updated_at from provider_keys order by id`;
    useMasterKeys('k2', 'k1');
    expect(await rotate()).toEqual({
      activeKeyId: 'k2',
      rewrapped: 4,
      current: 0,
      failed: 0,
      failures: [],
      advice: ['The master key k1 encrypts nothing any more: it can be removed from RELEVO_MASTER_KEY.'],
    });
    // Whatever table sealed something: this fails for a place that is not among the stores.
    const dump = await dumpDatabase(sql());
    expect(dump).not.toContain('enc:v1:k1:');
    expect(dump.match(/enc:v1:k2:/g)).toHaveLength(4);
    expect(await sql()`select id, label, active, updated_at from provider_keys order by id`).toEqual(before);
    useMasterKeys('k2');
    await checkKeyring();
    expect([await passwordOf(a.id), await passwordOf(b.id)]).toEqual([FIRST, SECOND]);
  });

  it('has nothing to do the second time, and tells so', async () => {
    await makeSmtp();
    useMasterKeys('k2', 'k1');
    await rotate();
    const before = await dumpDatabase(sql());
    expect(await rotate()).toMatchObject({ rewrapped: 0, current: 2, failed: 0 });
    const audited = /keyring\.rotate/;
    const lines = (dump: string) => dump.split('\n').filter((line) => !audited.test(line));
    expect(lines(await dumpDatabase(sql()))).toEqual(lines(before));
  });

  it('leaves alone what was sealed with the active key meanwhile', async () => {
    const old = await makeSmtp();
    useMasterKeys('k2', 'k1');
    const made = await makeSmtp(SECOND);
    expect(await rotate()).toMatchObject({ rewrapped: 2, current: 1 });
    expect([await passwordOf(old.id), await passwordOf(made.id)]).toEqual([FIRST, SECOND]);
  });

  it('never undoes a secret that was replaced under its hands', async () => {
    const { id } = await makeSmtp();
    useMasterKeys('k2', 'k1');
    const [row] = await sealedProviderKeys.readStale('k2', null, 10);
    await updateProvider(testContext, { id, secrets: { password: SECOND } });
    expect(await sealedProviderKeys.replace(row!, { password: 'enc:v1:k2:old:value' })).toBe(false);
    expect(await passwordOf(id)).toBe(SECOND);
  });

  it('tells which values do not open, and hands over all others', async () => {
    const [broken, fine] = [await makeSmtp(), await makeSmtp()];
    await sql()`
      update provider_keys set secrets = jsonb_set(secrets, '{password,sealed}', '"enc:v1:k1:AAAA:AAAA"')
      where provider_id = ${broken.id}`;
    useMasterKeys('k2', 'k1');
    const rotation = await rotate();
    expect(rotation).toMatchObject({ rewrapped: 2, failed: 1 });
    expect(rotation.failures).toMatchObject([
      { place: expect.stringMatching(/^provider_keys .* password$/) },
    ]);
    expect(rotation.advice[0]).toContain('k1 still encrypts 1 secret');
    expect(await passwordOf(fine.id)).toBe(FIRST);
  });

  it('refuses before it changes anything when a key is missing', async () => {
    await makeSmtp();
    useMasterKeys('k2', 'k1');
    await makeSmtp();
    useMasterKeys('k3', 'k1');
    const before = await dumpDatabase(sql());
    await expect(rotate()).rejects.toThrow(/k2, which encrypts 1 secrets/);
    await expect(rotate()).rejects.toBeInstanceOf(EnvError);
    expect(await dumpDatabase(sql())).toBe(before);
  });

  it('is in the audit log, without any key', async () => {
    useMasterKeys('k2', 'k1');
    await rotate();
    const [row] =
      await sql()`select * from audit_log where action = 'keyring.rotate' order by id desc limit 1`;
    expect(row).toMatchObject({ before: { counts: { k1: 1, k2: 0 } }, after: { activeKeyId: 'k2' } });
    expect(JSON.stringify(row)).not.toContain(process.env.RELEVO_MASTER_KEY!.slice(3, 20));
  });
});

it('knows every place that seals: a new one needs a store of its own', () => {
  const seals = /import \{[^}]*\bseal\b[^}]*\} from '[^']*\/envelope'/;
  const files = globSync('{app,lib,jobs,cli,server}/**/*.ts').filter(
    (file) => !file.endsWith('.test.ts') && seals.test(readFileSync(file, 'utf8')),
  );
  // A pending sign-in is over in ten minutes: no rotation waits for that.
  expect(files.toSorted()).toEqual([
    'lib/ai/providers/sealed-keys.ts',
    'lib/auth/second-factor/seed-cell.ts',
    'lib/bounces/mailboxes/sealed-passwords.ts',
    // In a document that somebody keeps elsewhere: as long as the key that sealed it is there.
    'lib/configuration/secrets.ts',
    'lib/dkim/stored-keys.ts',
    'lib/erasures/erasure-key.ts',
    'lib/master-keys/canary.ts',
    'lib/providers/keys/credentials.ts',
    'lib/providers/oauth/pending.ts',
    'lib/subject-sources/change.ts',
    'lib/tokens/access-key-cell.ts',
    'lib/tokens/pickup-cell.ts',
    'lib/tracking/link-key.ts',
    'lib/versions/sealed-things.ts',
    'lib/webhooks/secrets.ts',
  ]);
});

describe('a start', () => {
  it('goes on with a master key less than some secrets need, and names whose they are', async () => {
    const error = vi.spyOn(log, 'error').mockReturnValue(undefined);
    await makeSmtp();
    expect(await warnOfClosed()).toEqual([]);
    useMasterKeys('k2', 'k1');
    const { name } = await makeSmtp(SECOND);
    useMasterKeys('k1');
    await checkKeyring();
    expect(await warnOfClosed()).toEqual([
      expect.stringMatching(`1 secrets of ${name} .key default. do not open: the master key k2 is missing`),
    ]);
    expect(error.mock.calls).toEqual([
      [
        'secrets do not open',
        { masterKeyId: 'k2', missing: true, secrets: 1, owners: [`${name} (key default)`] },
      ],
    ]);
    expect(await adviseOnKeys()).toEqual([]);
    error.mockRestore();
  });

  it('goes on beside a single secret that was damaged, and names whose it is', async () => {
    const { id, name } = await makeSmtp();
    await makeSmtp();
    await sql()`
      update provider_keys set secrets = jsonb_set(secrets, '{password,sealed}', '"enc:v1:k1:AAAA:AAAA"')
      where provider_id = ${id}`;
    await checkKeyring();
    expect(await warnOfClosed()).toEqual([
      expect.stringMatching(`1 secrets of ${name} .key default. do not open: the master key k1 does not fit`),
    ]);
  });

  it('is refused with the master key of another system, which would seal new secrets', async () => {
    await makeSmtp();
    useMasterKeys('k2');
    await expect(checkKeyring()).rejects.toBeInstanceOf(EnvError);
    // Nor does it settle there as the right one where the canary was lost.
    await sql()`delete from keyring_canary`;
    await expect(checkKeyring()).rejects.toBeInstanceOf(EnvError);
    expect(await sql()`select id from keyring_canary`).toEqual([]);
    useMasterKeys('k1');
    await checkKeyring();
  });

  it('tells when an old key can go, and when not', async () => {
    expect(await adviseOnKeys()).toEqual([]);
    useMasterKeys('k2', 'k1');
    expect(await adviseOnKeys()).toEqual([expect.stringContaining('k1 still encrypts 1 secret')]);
    await rotate();
    expect(await adviseOnKeys()).toEqual([expect.stringContaining('k1 encrypts nothing any more')]);
  });
});
