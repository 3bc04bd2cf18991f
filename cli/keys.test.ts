import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { sleep } from '@/lib/async/abort';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { checkKeyring } from '@/lib/master-keys/canary';
import { sealSecrets } from '@/lib/providers/keys/credentials';
import { loadProvider } from '@/lib/providers/load';
import { updateProvider } from '@/lib/providers/update';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { dumpDatabase, masterKeys, useMasterKeys } from '@/lib/testing/master-keys';

useTestDatabase();

const PROVIDERS = 40;
const SPARE_KEYS = 150;
const KILLS = 10;
const SENDS_PER_SECOND = 50;

const rotate = () =>
  spawn(process.execPath, ['scripts/run.mjs', 'cli/main.ts', 'keys', 'rotate', '--json'], {
    env: { ...process.env, RELEVO_MASTER_KEY: masterKeys('k2', 'k1') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });

async function countOld(): Promise<number> {
  const [row] = await sql()`
    select count(*)::int as count from provider_keys where secrets->'password'->>'sealed' like 'enc:v1:k1:%'`;
  return row!.count;
}

/** Each kill hits a run that is in the middle of its work. */
async function killInTheMiddle(child: ChildProcess, left: number): Promise<void> {
  const exited = once(child, 'exit');
  const enough = left - Math.min(100, Math.floor(left / 3));
  while ((await countOld()) > enough) {
    if (child.exitCode !== null) throw new Error('it ended before it was killed');
    await sleep(2);
  }
  child.kill('SIGKILL');
  expect(await exited).toEqual([null, 'SIGKILL']);
}

it('rotates under 50 sends a second, killed and run again ten times, without one secret that does not open', async () => {
  useMasterKeys('k1');
  await checkKeyring();
  const passwords = new Map<string, string>();
  for (let index = 0; index < PROVIDERS; index++) {
    const password = `canary-${newId()}`;
    const { id } = await makeProvider({
      kind: 'smtp',
      settings: { host: 'smtp.example.com', username: 'clinic' },
      secrets: { password },
    });
    passwords.set(id, password);
    const spare = Array.from({ length: SPARE_KEYS }, () => {
      const keyId = newId();
      return {
        id: keyId,
        provider_id: id,
        label: keyId,
        active: false,
        secrets: sql().json(sealSecrets(keyId, { password })),
      };
    });
    await sql()`insert into provider_keys ${sql()(spare)}`;
  }
  useMasterKeys('k2', 'k1');
  const ids = [...passwords.keys()];
  /** A person replaces one in the middle of it all; for a moment either is right. */
  const replaceSecret = async (id: string) => {
    const password = `replaced-${newId()}`;
    replaced.set(id, password);
    await updateProvider(testContext, { id, secrets: { password } });
    passwords.set(id, password);
  };
  const replaced = new Map<string, string>();
  const seen = { opened: 0, wrong: [] as unknown[] };
  const stop = new AbortController();
  const sends = Array.from({ length: SENDS_PER_SECOND / 10 }, async (_, lane) => {
    for (let turn = lane; !stop.signal.aborted; turn += 5) {
      const id = ids[turn % ids.length]!;
      const expected = passwords.get(id);
      try {
        const provider = await loadProvider(id);
        const { password = '' } = provider?.config.secrets ?? {};
        if (![expected, passwords.get(id), replaced.get(id)].includes(password)) seen.wrong.push(id);
      } catch (error) {
        seen.wrong.push(error);
      }
      seen.opened++;
      await sleep(100, stop.signal);
    }
  });
  for (let kill = 0; kill < KILLS; kill++) {
    const left = await countOld();
    const before = seen.opened;
    await killInTheMiddle(rotate(), left);
    const still = await countOld();
    expect(still).toBeGreaterThan(0);
    expect(still).toBeLessThan(left);
    expect(seen.opened).toBeGreaterThan(before);
    await replaceSecret(ids[kill]!);
  }
  const last = rotate();
  const result = JSON.parse(await text(last.stdout));
  stop.abort();
  await Promise.all(sends);
  expect(seen.wrong).toEqual([]);
  expect(result).toMatchObject({ activeKeyId: 'k2', failed: 0 });
  expect(result.rewrapped + result.current).toBe(PROVIDERS * (SPARE_KEYS + 1) + 1);
  expect(await dumpDatabase(sql())).not.toContain('enc:v1:k1:');
  useMasterKeys('k2');
  for (const [id, password] of passwords)
    expect((await loadProvider(id))?.config.secrets.password).toBe(password);
}, 180_000);
