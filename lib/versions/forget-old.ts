import { sql } from '@/lib/database/db';

/** However old: somebody who changed nothing for a year can go back all the same. */
export const ALWAYS_KEPT = 50;

/** Nightly. What no version that is kept says goes with them, its secrets too. */
export async function forgetOldVersions(days: number): Promise<number> {
  const rows = await sql()`
    delete from configuration_versions where at < now() - make_interval(days => ${days})
      and number <= (select max(number) from configuration_versions) - ${ALWAYS_KEPT}
      returning number`;
  await sql()`
    delete from configuration_things where until <= (select min(number) from configuration_versions)`;
  return rows.length;
}
