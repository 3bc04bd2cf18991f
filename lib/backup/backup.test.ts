import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { databaseUrl } from '@/lib/database/database-url';
import { sql } from '@/lib/database/db';
import { closeDb } from '@/lib/database/pools';
import { forgetEnv } from '@/lib/env';
import { listProviders } from '@/lib/providers/list';
import { loadProvider } from '@/lib/providers/load';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { until } from '@/lib/testing/until';
import { spreadUntil } from '@/lib/testing/webhooks';
import { createWebhook } from '@/lib/webhooks/create';
import { WebhookInput } from '@/lib/webhooks/schema';
import { backUp } from './back-up';
import { type Backup, chooseKept, deleteOld, listBackups } from './folder';
import { restoreBackup } from './restore';
import { databaseName, dropScratch, onServer } from './scratch';
import { verifyBackup } from './verify';

useDatabaseForEachTest();

let identity: string;
let recipient: string;
let folder: string;
let key: string;

beforeAll(async () => {
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relevo-backups-'));
  key = join(folder, 'elsewhere.key');
  writeFileSync(key, `# created: now\n${identity}\n`);
  vi.stubEnv('RELEVO_BACKUP_FOLDER', folder);
  vi.stubEnv('RELEVO_BACKUP_RECIPIENTS', recipient);
  forgetEnv();
});

const verify = (name?: string) => verifyBackup(testContext, { name, identityFile: key });

/** A provider with a secret, a message on its way, and odd texts. */
async function furnish(): Promise<string> {
  await makeProvider({
    name: 'Office',
    kind: 'smtp',
    settings: { host: 'smtp.example.com', port: 587, security: 'starttls', username: 'a' },
    secrets: { password: 'canary-password-5' },
  });
  const { id } = await makeMessage({ subject: 'Ñandú \\N \\t “₲” \u{1f600}', to: 'ana@example.com' });
  return id;
}

describe('a backup', () => {
  it('holds everything and shows nothing', async () => {
    await furnish();
    const { backup, keyFile } = await backUp(testContext);
    expect(keyFile).toBeNull();
    expect(backup).toMatchObject({ verifiedAt: null, problem: null });
    const bytes = readFileSync(backup.file);
    expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    expect(bytes.includes('ana@example.com')).toBe(false);
    const found = await verify();
    expect(found.rows).toBe(backup.rows);
    expect(listBackups(folder)[0]?.verifiedAt).not.toBeNull();
    await nothingLeft();
  });

  it('leaves nothing half written where it is interrupted', async () => {
    await furnish();
    vi.stubEnv('RELEVO_BACKUP_RECIPIENTS', 'age1notakeyatall');
    forgetEnv();
    await expect(backUp(testContext)).rejects.toThrow();
    expect(readdirSync(folder).filter((name) => name.startsWith('relevo-'))).toEqual([]);
  });

  it.each<[string, (file: string) => void, RegExp]>([
    ['cut off', (file) => truncateSync(file, Math.floor(readFileSync(file).length / 2)), /cut off|altered/],
    [
      'cut off by its last byte',
      (file) => truncateSync(file, readFileSync(file).length - 1),
      /cut off|altered/,
    ],
    ['with one byte flipped', (file) => flip(file, 0.7), /cut off|altered/],
    ['with one byte of its head flipped', (file) => flip(file, 0.004), /cut off|altered|key/],
    ['that is none', (file) => writeFileSync(file, 'relevo'), /cut off|altered/],
  ])('%s is found out', async (_what, spoil, why) => {
    await furnish();
    const { backup } = await backUp(testContext);
    spoil(backup.file);
    await expect(verify(backup.name)).rejects.toThrow(why);
    await nothingLeft();
  });

  it('opens with its own key alone', async () => {
    const { backup } = await backUp(testContext);
    writeFileSync(key, await generateX25519Identity());
    await expect(verify(backup.name)).rejects.toThrow(/key does not open/);
    writeFileSync(key, 'nothing');
    await expect(verify(backup.name)).rejects.toThrow(/no key of a backup/);
  });
});

describe('a restore', () => {
  it('brings everything back, and holds what waited', async () => {
    const id = await furnish();
    const { backup } = await backUp(testContext);
    const kept = join(folder, 'kept.age');
    copyFileSync(backup.file, kept);
    await sql()`delete from providers`;
    await sql()`delete from messages`;
    const result = await restoreBackup(testContext, { file: kept, identityFile: key });
    expect(result).toMatchObject({ rows: backup.rows, held: 1, masterKeyFile: null });
    expect((await loadProvider('Office'))?.config.secrets.password).toBe('canary-password-5');
    const [message] = await sql()`select status, reason, due_at, subject from messages where id = ${id}`;
    expect(message).toEqual({
      status: 'parked',
      reason: 'restored',
      due_at: null,
      subject: 'Ñandú \\N \\t “₲” \u{1f600}',
    });
    await dropScratch(result.before);
  });

  it('tells webhooks what happens from then on, and nothing of before', async () => {
    await createWebhook(testContext, WebhookInput.parse({ name: 'Shop', url: 'https://93.184.215.14/hook' }));
    await furnish();
    // As of a server that has counted further.
    await sql()`update events set xid = '999999999999'`;
    const { backup } = await backUp(testContext);
    const { before } = await restoreBackup(testContext, { file: backup.file, identityFile: key });
    await spreadUntil(0);
    expect(await sql()`select type from webhook_deliveries`).toEqual([]);
    await makeMessage();
    await spreadUntil(1);
    expect(await sql()`select type from webhook_deliveries`).toEqual([{ type: 'message.queued' }]);
    await dropScratch(before);
  });

  it('is refused while anything is connected, and changes nothing where the file is spoilt', async () => {
    await furnish();
    const { backup } = await backUp(testContext);
    await closeDb();
    await onServer(
      async () =>
        expect(restoreBackup(testContext, { file: backup.file, identityFile: key })).rejects.toThrow(
          /Stop Relevo first/,
        ),
      databaseName(databaseUrl()),
    );
    flip(backup.file, 0.6);
    await expect(restoreBackup(testContext, { file: backup.file, identityFile: key })).rejects.toThrow(
      /cut off|altered/,
    );
    expect((await listProviders(testContext)).data.map(({ name }) => name)).toContain('Office');
  });
});

describe('what is kept', () => {
  const at = (iso: string, verifiedAt: string | null = iso): Backup => ({
    name: iso,
    file: '',
    at: iso,
    rows: 0,
    bytes: 0,
    verifiedAt,
    problem: null,
  });
  const days = Array.from({ length: 400 }, (_, day) =>
    at(new Date(Date.UTC(2026, 10, 30 - day, 3, 30)).toISOString()),
  );

  it('are seven days, four weeks and six months, and the last that was restored as a test', () => {
    const kept = chooseKept(days);
    expect(kept.size).toBeLessThanOrEqual(7 + 4 + 6 + 1);
    expect([...kept].slice(0, 7)).toEqual(days.slice(0, 7).map(({ name }) => name));
    expect(days.filter(({ name }) => kept.has(name)).some(({ at }) => at < '2026-07')).toBe(true);
    const old = days.map((each, day) => ({ ...each, verifiedAt: day === 300 ? each.at : null }));
    expect(chooseKept(old).has(old[300]!.name)).toBe(true);
  });

  it('is everything until a newer one was restored as a test', async () => {
    for (const day of ['01', '02', '03', '04', '05', '06', '07', '08', '09'])
      for (const hour of ['03', '04'])
        writeFileSync(join(folder, `relevo-2026-06-${day}T${hour}-00-00Z.age`), '');
    expect(deleteOld(folder)).toEqual([]);
    await backUp(testContext);
    await verify();
    expect(deleteOld(folder).length).toBeGreaterThan(3);
    expect(existsSync(join(folder, 'relevo-2026-06-09T04-00-00Z.age'))).toBe(true);
  });
});

function flip(file: string, where: number): void {
  const bytes = readFileSync(file);
  const at = Math.floor(bytes.length * where);
  bytes[at] = bytes[at]! ^ 1;
  writeFileSync(file, bytes);
}

/** Other tests have some at the same time: those go, too. */
async function nothingLeft(): Promise<void> {
  const left = await scratches();
  await until(async () => {
    const now = await scratches();
    expect(left.filter((name) => now.includes(name))).toEqual([]);
  });
}

async function scratches(): Promise<string[]> {
  return onServer(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select datname as name from pg_database where datname like 'relevo_scratch_%'`,
    );
    return rows.map(({ name }) => name);
  });
}
