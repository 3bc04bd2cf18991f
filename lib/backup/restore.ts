import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdWaitingMessages } from '@/lib/backlog/hold-restored';
import { pauseCampaigns } from '@/lib/campaigns/hold-restored';
import type { Context } from '@/lib/context';
import { keyring } from '@/lib/crypto/keyring';
import { sessionUrl } from '@/lib/database/database-url';
import { closeDb } from '@/lib/database/pools';
import { forgetEnv } from '@/lib/env';
import { datePast } from '@/lib/events/hold-restored';
import { dropNotificationsUnderWay } from '@/lib/notifications/hold-restored';
import { dataDir } from '@/lib/process/paths';
import { pauseRules } from '@/lib/rules/hold-restored';
import { stopDeliveries } from '@/lib/webhooks/hold-restored';
import { readIdentity } from './identity';
import { bringUpToDate, restoreInto } from './restore-into';
import { refuseRunning } from './running';
import { createScratch, databaseName, dropScratch, takePlaceOf, urlOf } from './scratch';

export type RestoreResult = {
  at: string;
  rows: number;
  /** Messages that waited then, and wait for a look now: most of them have gone out since. */
  held: number;
  rulesPaused: number;
  campaignsPaused: number;
  notificationsStopped: number;
  /** What was there before, under this name. */
  before: string;
  /** Where the master keys of then were put, where they are others than here. */
  masterKeyFile: string | null;
};

type Options = { file: string; identityFile?: string | undefined };

/**
 * The system as it was then, in place of what is there, which keeps its data under another name. All or nothing: until the very end it is a database beside.
 * @throws AppError conflict while Relevo runs; with what is wrong with the backup
 */
export async function restoreBackup(_ctx: Context, { file, identityFile }: Options): Promise<RestoreResult> {
  const url = sessionUrl();
  const name = databaseName(url);
  await closeDb();
  await refuseRunning(name);
  const scratch = await createScratch();
  try {
    const { header, manifest, masterKey } = await restoreInto(
      urlOf(scratch),
      file,
      readIdentity(identityFile),
    );
    await bringUpToDate(urlOf(scratch));
    const held = await inDatabase(urlOf(scratch), holdEverything);
    await refuseRunning(name);
    const before = `${name}_before_${Date.now()}`;
    await takePlaceOf({ name, scratch, before });
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return {
      at: header.at,
      rows,
      ...held,
      before,
      masterKeyFile: isOurs(masterKey) ? null : keep(masterKey),
    };
  } catch (error) {
    await dropScratch(scratch);
    throw error;
  }
}

async function inDatabase<T>(url: string, work: () => Promise<T>): Promise<T> {
  const { DATABASE_URL, RELEVO_DATABASE_SESSION_URL } = process.env;
  const use = async (variables: Record<string, string | undefined>) => {
    await closeDb();
    for (const [name, value] of Object.entries(variables))
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    forgetEnv();
  };
  await use({ DATABASE_URL: url, RELEVO_DATABASE_SESSION_URL: undefined });
  try {
    return await work();
  } finally {
    await use({ DATABASE_URL, RELEVO_DATABASE_SESSION_URL });
  }
}

/** What waited then has mostly gone out since: released by itself it would go out twice. */
async function holdEverything() {
  const held = await holdWaitingMessages();
  const notificationsStopped = await dropNotificationsUnderWay();
  const rulesPaused = await pauseRules();
  const campaignsPaused = await pauseCampaigns();
  await datePast();
  await stopDeliveries();
  return { held, rulesPaused, campaignsPaused, notificationsStopped };
}

function isOurs(masterKey: string): boolean {
  const ring = keyring();
  return masterKey.split(',').every((part) => {
    const [id = '', key = ''] = part.split(':');
    return ring.keys.get(id)?.equals(Buffer.from(key, 'base64')) ?? false;
  });
}

/** Beside the one that is used: a person puts it in its place. */
function keep(masterKey: string): string {
  const file = join(dataDir(), 'master.key.restored');
  writeFileSync(file, `${masterKey}\n`, { mode: 0o600 });
  return file;
}
