import { mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { forgetEnv } from '@/lib/env';
import { checkKeyring } from '@/lib/master-keys/canary';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { useMasterKeys } from '@/lib/testing/master-keys';
import { backUp } from './back-up';
import { listBackups } from './folder';
import { verifyBackup } from './verify';

useDatabaseForEachTest();

let key: string;

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'relevo-backups-'));
  const identity = await generateX25519Identity();
  key = join(folder, 'elsewhere.key');
  writeFileSync(key, identity);
  vi.stubEnv('RELEVO_BACKUP_FOLDER', folder);
  vi.stubEnv('RELEVO_BACKUP_RECIPIENTS', await identityToRecipient(identity));
  forgetEnv();
});
afterEach(() => useMasterKeys('k1'));

const verify = (identityFile = key) => verifyBackup(testContext, { identityFile });

it('notes of a backup what is wrong with it, also where a key is what is wrong', async () => {
  await checkKeyring();
  useMasterKeys('k2');
  await backUp(testContext);
  await expect(verify()).rejects.toThrow(/master key/);
  expect(listBackups()[0]).toMatchObject({ verifiedAt: null, problem: expect.stringMatching(/master key/) });
});

it('notes what PostgreSQL refuses to take back', async () => {
  await makeProvider();
  // As a file that was written under other rules than those of its migrations.
  await sql()`alter table providers alter column weight drop not null`;
  await sql()`update providers set weight = null`;
  await backUp(testContext);
  await expect(verify()).rejects.toThrow(/null value/);
  expect(listBackups()[0]?.problem).toMatch(/null value/);
});

it('keeps what is known of one whose key is not at hand', async () => {
  await backUp(testContext);
  await verify();
  const known = listBackups()[0];
  expect(known?.verifiedAt).not.toBeNull();
  writeFileSync(`${key}.other`, await generateX25519Identity());
  await expect(verify(`${key}.other`)).rejects.toThrow(/key does not open/);
  await expect(verify('/nowhere')).rejects.toThrow(/no key of a backup/);
  expect(listBackups()[0]).toEqual(known);
});

it('what a killed backup left half written goes with the next one', async () => {
  const folder = dirname(key);
  const halves = ['old', 'young'].map((age, n) => ({
    age,
    name: `relevo-2026-06-0${n + 1}T03-30-00Z.age.partial`,
  }));
  for (const { name } of halves) writeFileSync(join(folder, name), 'half');
  const before = new Date(Date.now() - 2 * 3_600_000);
  utimesSync(join(folder, halves[0]!.name), before, before);
  writeFileSync(join(folder, 'somebody.partial'), '');
  utimesSync(join(folder, 'somebody.partial'), before, before);
  await backUp(testContext);
  expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([
    halves[1]!.name,
    'somebody.partial',
  ]);
});
