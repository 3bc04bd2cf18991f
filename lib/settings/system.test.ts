import { afterEach, describe, expect, it, vi } from 'vitest';
import { db, poolSettings, sql, transactionDb } from '@/lib/database/db';
import { closeDb, holder } from '@/lib/database/pools';
import { EnvError } from '@/lib/env';
import { DEFAULT_SETTINGS, type SettingsPatch } from '@/lib/settings/schema';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { currentCaches, startBySettings, systemInUse } from './system-in-use';
import { fixedByVariables, withVariables } from './system-variables';
import { updateSettings } from './update';
import { variableOf } from './variable-of';

useTestDatabase();
afterEach(async () => {
  vi.unstubAllEnvs();
  holder.relevoPoolSettings = undefined;
  await closeDb();
});

const save = (system: SettingsPatch['system']) => updateSettings(testContext, { system });

describe('the database', () => {
  /** So many of these statements PostgreSQL works on at once, as its own clock says. */
  async function atOnce(run: () => Promise<unknown>, asked: number): Promise<number> {
    await Promise.all(Array.from({ length: asked }, run));
    const [row] = await sql()<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity where datname = current_database() and query like '%own mark%' and pid <> pg_backend_pid()`;
    return row!.count;
  }

  it('is asked over as many connections as said, for delivery, reading and changes', async () => {
    await save({ database: { deliveryConnections: 5, readConnections: 3, writeConnections: 2 } });
    await closeDb();
    await startBySettings();
    expect(await atOnce(() => db().execute('select pg_sleep(0.05) /* own mark */'), 9)).toBe(3);
    await closeDb();
    expect(await atOnce(() => transactionDb().execute('select pg_sleep(0.05) /* own mark */'), 9)).toBe(2);
  });

  it('is asked by a process that knows of no settings as by the shipped ones', () => {
    holder.relevoPoolSettings = undefined;
    expect(poolSettings()).toEqual(DEFAULT_SETTINGS.system.database);
  });

  it('is not promised more of them than it has', async () => {
    const [row] = await sql()<{ max: number }[]>`select current_setting('max_connections')::int as max`;
    await expect(
      save({ processes: { workers: 16 }, database: { deliveryConnections: 200 } }),
    ).rejects.toMatchObject({
      errors: [
        { path: 'system.processes.workers', code: 'too_many_connections', params: { max: `${row!.max}` } },
      ],
    });
  });

  it('gives up a read that takes longer', async () => {
    await save({ database: { readTimeoutSeconds: 1 } });
    await closeDb();
    await startBySettings();
    await expect(db().execute('select pg_sleep(5)')).rejects.toMatchObject({ cause: { code: '57014' } });
    await sql()`select pg_sleep(1.1)`;
  });

  it.each([true, false])('keeps plans of statements: %s', async (statementCache) => {
    await save({ database: { statementCache, deliveryConnections: 2 } });
    await closeDb();
    await startBySettings();
    const own = await sql().reserve();
    await own`select ${1}::int as one`;
    const kept = await own.unsafe(`select from pg_prepared_statements where statement like '%as one%'`);
    own.release();
    expect(kept.length).toBe(statementCache ? 1 : 0);
  });
});

it('what is kept in memory follows at once', async () => {
  await save({ caches: { templates: 77 } });
  expect(await currentCaches()).toMatchObject({ templates: 77, mailDomains: 10_000 });
});

describe('a variable of the environment', () => {
  it('wins over what is saved, and leaves that as it is', async () => {
    const view = await save({ processes: { workers: 2, threads: 9 } });
    vi.stubEnv('RELEVO_PROCESSES_WORKERS', '3');
    vi.stubEnv('RELEVO_PROCESSES_WORKER_CPUS', '0, 1');
    vi.stubEnv('RELEVO_DATABASE_STATEMENT_CACHE', 'off');
    await closeDb();
    await startBySettings();
    expect(systemInUse()).toMatchObject({
      processes: { workers: 3, threads: 9, workerCpus: [0, 1] },
      database: { statementCache: false },
    });
    expect(view.system.processes.workers).toBe(2);
    expect(Object.keys(fixedByVariables())).toHaveLength(3);
  });

  it('that cannot be is named', () => {
    const wrong = { RELEVO_PROCESSES_WORKERS: 'many', RELEVO_DATABASE_IDLE_SECONDS: '1' };
    expect(() => withVariables(DEFAULT_SETTINGS.system, wrong)).toThrow(EnvError);
    expect(() => withVariables(DEFAULT_SETTINGS.system, wrong)).toThrow(
      /WORKERS: many.*\n.*IDLE_SECONDS: 1 /,
    );
  });

  it('is named after its setting', () => {
    expect(variableOf('system.database.idleSeconds')).toBe('RELEVO_DATABASE_IDLE_SECONDS');
  });
});
