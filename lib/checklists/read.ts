import { listBackups } from '@/lib/backup/folder';
import { scopedSql } from '@/lib/companies/scoped';
import { sql } from '@/lib/database/db';
import { env, isHttps } from '@/lib/env';
import { keepingKinds } from '@/lib/providers/keeps';
import { currentSettings } from '@/lib/settings/current';
import { Settings } from '@/lib/settings/schema';
import { checkReadiness } from '@/lib/status/ready';
import type { DoneBefore } from './lists';

/** A backup from before helps with little of what came since. */
const FRESH_DAYS = 7;
const TRIED_DAYS = 45;

type Stored = Omit<
  DoneBefore,
  'migrations' | 'retries' | 'log' | 'publicUrl' | 'zone' | 'backup' | 'backupTried'
>;

type Who = { userId: string; companyId: string | null };

/** What of all that makes a good installation is there, asked of the system itself: nobody ticks anything off. */
export async function readChecklists(who: Who): Promise<DoneBefore> {
  const [stored, { checks }, settings] = await Promise.all([
    readStored(who),
    checkReadiness(),
    currentSettings(),
  ]);
  const { general } = Settings.parse({});
  const backups = listBackups();
  return {
    ...stored,
    migrations: checks.migrations,
    retries: settings.delivery.retries.faultMinutes.length > 0 && settings.delivery.healthChecks.enabled,
    log: !['silent', 'error'].includes(env().RELEVO_LOG_LEVEL),
    publicUrl: isHttps(),
    zone: settings.general.timeZone !== general.timeZone || settings.general.country !== general.country,
    backup: backups.some(({ at }) => isWithin(at, FRESH_DAYS)),
    backupTried: backups.some(({ verifiedAt }) => verifiedAt !== null && isWithin(verifiedAt, TRIED_DAYS)),
  };
}

async function readStored({ userId, ...ctx }: Who): Promise<Stored> {
  const visible = scopedSql(ctx, 'company_id', 'shared');
  const real = sql()`active and not kind = any(${keepingKinds()}) and ${visible}`;
  const [row] = await sql()<[Stored]>`
    select
      exists (select from providers where ${real}) as provider,
      exists (select from providers where ${real} group by channel having count(*) > 1) as "secondProvider",
      exists (select from providers where ${real}) and not exists (select from providers where ${real} and limits = '{}') as limits,
      exists (select from providers where ${real})
        and not exists (select from providers where ${real} and cost_micros > 0 and budget is null) as budgets,
      exists (select from providers where ${real} and kind = 'smtp' and cost_micros = 0 and monthly_fee_micros = 0) as "ownServer",
      exists (select from domains where ${visible})
        and not exists (select from domains where ${visible} and state <> 'verified') as domain,
      exists (select from alert_rules where active and by_mail and ${visible})
        and exists (select from providers where ${real} and channel = 'email') as alerts,
      exists (select from second_factors where user_id = ${userId} and confirmed_at is not null) as "secondFactor",
      exists (select from tokens where ${visible} and revoked_at is null and 'metrics:read' = any(scopes)) as metrics,
      exists (select from webhooks where ${visible} and active) as webhooks,
      exists (select from templates where ${visible}) as starters`;
  return row;
}

function isWithin(moment: string, days: number): boolean {
  return Date.now() - Date.parse(moment) < days * 24 * 3_600_000;
}
