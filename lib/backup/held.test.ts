import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, it, vi } from 'vitest';
import { getCampaign } from '@/lib/campaigns/change';
import { resumeCampaign } from '@/lib/campaigns/halt';
import { runCampaigns } from '@/lib/campaigns/run';
import { sql } from '@/lib/database/db';
import { forgetEnv } from '@/lib/env';
import { getNotification } from '@/lib/notifications/list';
import { makeCampaign } from '@/lib/testing/campaigns';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { makeNotification } from '@/lib/testing/notifications';
import { backUp } from './back-up';
import { restoreBackup } from './restore';
import { dropScratch } from './scratch';

useTestDatabase();

async function backUpAndRestore() {
  const folder = mkdtempSync(join(tmpdir(), 'relevo-backups-'));
  const identity = await generateX25519Identity();
  const key = join(folder, 'elsewhere.key');
  writeFileSync(key, identity);
  vi.stubEnv('RELEVO_BACKUP_FOLDER', folder);
  vi.stubEnv('RELEVO_BACKUP_RECIPIENTS', await identityToRecipient(identity));
  forgetEnv();
  const { backup } = await backUp(testContext);
  const result = await restoreBackup(testContext, { file: backup.file, identityFile: key });
  await dropScratch(result.before);
  return result;
}

it('of a restored backup no campaign and no mail that collects goes on by itself', async () => {
  await makeProvider();
  const [running, planned, draft] = [await makeCampaign(), await makeCampaign(), await makeCampaign()];
  await sql()`update campaigns set state = 'sending' where id = ${running.id}`;
  await sql()`update campaigns set state = 'scheduled', begins_at = now() - interval '1 minute' where id = ${planned.id}`;
  const told = await makeNotification();
  await sql()`update notifications set next_at = null, digest_at = now() where id = ${told.id}`;

  expect(await backUpAndRestore()).toMatchObject({ campaignsPaused: 2, notificationsStopped: 1 });

  await runCampaigns();
  const stateOf = async ({ id }: { id: string }) => {
    const { state, reason } = await getCampaign(testContext, { id });
    return [state, reason];
  };
  expect(await stateOf(running)).toEqual(['paused', 'restored']);
  expect(await stateOf(planned)).toEqual(['paused', 'restored']);
  expect(await stateOf(draft)).toEqual(['draft', null]);
  expect(await getNotification(testContext, { id: told.id })).toMatchObject({ state: 'canceled' });
  expect(await sql()`select from notifications where digest_at is not null`).toEqual([]);
  expect((await resumeCampaign(testContext, running)).state).toBe('sending');
  expect((await resumeCampaign(testContext, planned)).state).toBe('scheduled');
});
