import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { databaseUrl } from '@/lib/database/database-url';
import { sql } from '@/lib/database/db';
import { startEmbeddedPostgres } from '@/lib/database/embedded/start';
import { stopEmbeddedPostgres } from '@/lib/database/embedded/stop';
import { closeDb } from '@/lib/database/pools';
import { forgetEnv } from '@/lib/env';
import { loadProvider } from '@/lib/providers/load';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { moveDatabase } from './move';
import { onServer, urlOf } from './scratch';

useDatabaseForEachTest();
let target: string;
beforeEach(async () => {
  target = `relevo_target_${randomBytes(6).toString('hex')}`;
  await onServer((client) => client.query(`create database ${target} template template0`));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  forgetEnv();
  await closeDb();
  await onServer((client) => client.query(`drop database ${target} with (force)`));
});

const use = async (variables: Record<string, string | undefined>) => {
  await closeDb();
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  forgetEnv();
};

async function furnish(): Promise<{ provider: string; message: string }> {
  const { id: provider } = await makeProvider({
    name: 'Office',
    kind: 'smtp',
    settings: { host: 'smtp.example.com', port: 587, security: 'starttls', username: 'a' },
    secrets: { password: 'correct horse' },
  });
  const { id: message } = await makeMessage({ subject: 'Señor Núñez ✓' });
  return { provider, message };
}

const subjectsOf = async () =>
  (await sql()`select id, subject, status from messages`).map((row) => ({ ...row }));

describe('everything', () => {
  it('is moved into an empty PostgreSQL, secrets too, and stays where it was', async () => {
    const { provider, message } = await furnish();
    const here = await subjectsOf();
    const moved = await moveDatabase(testContext, { to: urlOf(target) });
    expect(moved.rows).toBeGreaterThan(5);
    expect(moved.to).toContain(target);
    expect(moved.to).not.toContain(encodeURIComponent(new URL(databaseUrl()).password));
    expect(await subjectsOf()).toEqual(here);
    await use({ DATABASE_URL: urlOf(target) });
    expect(await subjectsOf()).toEqual([{ id: message, subject: 'Señor Núñez ✓', status: 'queued' }]);
    expect((await loadProvider(provider))?.config.secrets.password).toBe('correct horse');
  });

  it('is not moved over what somebody has there', async () => {
    await furnish();
    await onServer((client) => client.query('create table theirs (id int)'), target);
    const moving = moveDatabase(testContext, { to: urlOf(target) });
    await expect(moving).rejects.toMatchObject({
      code: 'conflict',
      detail: expect.stringContaining('1 tables'),
    });
  });

  it('is not moved to where nobody answers', async () => {
    const to = 'postgres://relevo:secret-word@127.0.0.1:1/relevo';
    const moving = moveDatabase(testContext, { to });
    await expect(moving).rejects.toMatchObject({
      detail: expect.stringContaining('127.0.0.1:1 cannot be reached'),
    });
    await expect(moving).rejects.not.toMatchObject({ detail: expect.stringContaining('secret-word') });
  });

  it('comes back into the embedded PostgreSQL, whose own data of before are put aside', async () => {
    const { message } = await furnish();
    const folder = temporaryFolder('relevo-move-', { on: 'memory' });
    vi.stubEnv('RELEVO_DATA_DIR', folder);
    forgetEnv();
    const from = databaseUrl();
    const moved = await moveDatabase(testContext, { to: 'embedded' });
    expect(moved).toMatchObject({ to: null, before: expect.stringMatching(/^relevo_before_/) });
    const { url } = await startEmbeddedPostgres();
    try {
      await use({ DATABASE_URL: url });
      expect(await subjectsOf()).toEqual([{ id: message, subject: 'Señor Núñez ✓', status: 'queued' }]);
      await use({ DATABASE_URL: from });
    } finally {
      await stopEmbeddedPostgres();
    }
  }, 60_000);
});
