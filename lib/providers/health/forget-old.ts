import { sql } from '@/lib/database/db';
import { inChunks } from '@/lib/database/in-chunks';

const TESTS_KEPT = 10_000;
/** A breaker that never closes leaves a row every few minutes. */
const CHANGES_KEPT_DAYS = 90;

/** Nightly. A month of health checks every five minutes is kept; every minute they would leave half a million a year. */
export async function forgetOldChecks(): Promise<void> {
  await inChunks(async (limit) => {
    const { count } = await sql()`
      delete from provider_tests where (provider_id, id) in (
        select t.provider_id, t.id
        from providers p cross join lateral (
          select id from provider_tests where provider_id = p.id order by id desc offset ${TESTS_KEPT - 1} limit 1) oldest
        join provider_tests t on t.provider_id = p.id and t.id < oldest.id
        limit ${limit})`;
    return count;
  });
  await inChunks(async (limit) => {
    const { count } = await sql()`
      delete from provider_changes where id in (
        select id from provider_changes where at < now() - make_interval(days => ${CHANGES_KEPT_DAYS}) limit ${limit})`;
    return count;
  });
}
