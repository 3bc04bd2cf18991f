import { sql } from '@/lib/database/db';
import { listMisconfigured } from '@/lib/providers/health/problems';
import { countLivingWorkers } from '@/lib/workers/living';

export type Readiness = {
  ready: boolean;
  checks: { database: boolean; migrations: boolean; worker: boolean };
  /** It delivers, but not by every provider. Which, `/api/v1/status` tells those who may know. */
  warnings: 'misconfigured'[];
};

const LIMIT_MS = 3_000;

/** Can this system deliver now? Needs the database, its tables and a worker that beats. */
export async function checkReadiness(): Promise<Readiness> {
  const limit = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('too slow')), LIMIT_MS).unref(),
  );
  try {
    const [migrated, workers, problems] = await Promise.race([readState(), limit]);
    const checks = { database: true, migrations: migrated, worker: workers > 0 };
    const warnings: Readiness['warnings'] = problems.length > 0 ? ['misconfigured'] : [];
    return { ready: checks.migrations && checks.worker, checks, warnings };
  } catch (error) {
    const undefinedTable = (error as { code?: string }).code === '42P01';
    const checks = { database: undefinedTable, migrations: false, worker: false };
    return { ready: false, checks, warnings: [] };
  }
}

function readState() {
  // Tables of another version answer for `migrations`, not for the database.
  return Promise.all([
    isMigrated(),
    countLivingWorkers(),
    listMisconfigured({ companyId: null }).catch(() => []),
  ]);
}

async function isMigrated(): Promise<boolean> {
  const [row] = await sql()<{ migrated: boolean }[]>`
    select to_regclass('drizzle.__drizzle_migrations') is not null
      and to_regclass('graphile_worker._private_jobs') is not null as migrated`;
  return row?.migrated ?? false;
}
