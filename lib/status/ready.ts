import { sql } from '@/lib/db';
import { DEAD_AFTER_SECONDS } from '@/lib/workers/heartbeat';

export type Readiness = {
  ready: boolean;
  checks: { database: boolean; migrations: boolean; worker: boolean };
};

const LIMIT_MS = 3_000;

/** Can this system deliver now? Needs the database, its tables and a worker that beats. */
export async function checkReadiness(): Promise<Readiness> {
  const limit = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('too slow')), LIMIT_MS).unref(),
  );
  try {
    const [row] = await Promise.race([readState(), limit]);
    const checks = { database: true, migrations: row?.migrated ?? false, worker: row?.worker ?? false };
    return { ready: checks.migrations && checks.worker, checks };
  } catch (error) {
    const undefinedTable = (error as { code?: string }).code === '42P01';
    return { ready: false, checks: { database: undefinedTable, migrations: false, worker: false } };
  }
}

function readState() {
  return sql()<{ migrated: boolean; worker: boolean }[]>`
    select
      to_regclass('drizzle.__drizzle_migrations') is not null and to_regclass('graphile_worker._private_jobs') is not null as migrated,
      exists (select from workers where beat_at > now() - make_interval(secs => ${DEAD_AFTER_SECONDS})) as worker`;
}
