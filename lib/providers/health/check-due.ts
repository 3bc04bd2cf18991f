import { Semaphore } from '@/lib/async/semaphore';
import { sql } from '@/lib/database/db';
import { log } from '@/lib/log';
import { currentSettings } from '@/lib/settings/current';
import { checkHealth } from './check-provider';

const AT_ONCE = 4;
/** The clock strikes each minute, now and then a little early: a check must not be put off by another minute for that. */
const EARLY_SECONDS = 30;

/** Once a minute: checks the active providers whose last check is older than the settings want. Tells how many. */
export async function checkDueProviders(): Promise<number> {
  const { enabled, everyMinutes } = (await currentSettings()).delivery.healthChecks;
  if (!enabled) return 0;
  const ids = await claimDue(everyMinutes);
  const places = new Semaphore(AT_ONCE);
  await Promise.all(ids.map((id) => places.run(() => checkOne(id))));
  return ids.length;
}

/** The claim is the time of the check: of two workers one finds nothing left. A minute takes its share of all, so that they spread. */
async function claimDue(everyMinutes: number): Promise<string[]> {
  const rows = await sql()<{ id: string }[]>`
    with active as (select id from providers where active),
    due as (
      select provider_id from provider_health
      where provider_id in (select id from active)
        and (checked_at is null
          or checked_at < now() - make_interval(mins => ${everyMinutes}) + make_interval(secs => ${EARLY_SECONDS}))
      order by checked_at nulls first, provider_id
      limit (select ceil(count(*) / ${everyMinutes}::float8)::int from active)
      for update skip locked
    )
    update provider_health h set checked_at = now()
    from due where h.provider_id = due.provider_id
    returning h.provider_id as id`;
  return rows.map((row) => row.id);
}

/** One that cannot even be loaded must not keep the others from being checked. */
async function checkOne(id: string): Promise<void> {
  await checkHealth(id).catch((error: unknown) => {
    log.error('a provider could not be checked', { providerId: id, error });
  });
}
