import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { prepareLocation } from '@/lib/database/embedded/location';
import { startEmbeddedPostgres } from '@/lib/database/embedded/start';
import { stopEmbeddedPostgres } from '@/lib/database/embedded/stop';
import { migrate } from '@/lib/database/migrate';
import { forgetEnv } from '@/lib/env';
import { temporaryFolder } from './temporary-folder';

/** One PostgreSQL and one migrated template for the whole run; `useTestDatabase` copies the template for each test file. */
export default async function setup(): Promise<() => Promise<void>> {
  const temporary = temporaryFolder('relevo-test-', { on: 'memory' });
  setTestEnvironment(join(temporary, 'data'));
  const configured = process.env.TEST_DATABASE_URL;
  const admin = configured ?? (await startEmbeddedPostgres()).url;
  if (!configured) await forgoSafety(admin);
  const template = `relevo_template_${randomBytes(4).toString('hex')}`;
  await execute(admin, `create database ${template}`);
  await migrate(withDatabase(admin, template));
  await execute(withDatabase(admin, template), NOBODY_SUPPRESSED);
  process.env.RELEVO_TEST_ADMIN_URL = admin;
  process.env.RELEVO_TEST_TEMPLATE = template;
  return async () => {
    await execute(admin, `drop database ${template} with (force)`);
    if (!configured) await removeEmbeddedPostgres();
    rmSync(temporary, { recursive: true, force: true });
  };
}

/** Tests write to the same few addresses again and again, whatever came back: for those about it there is `useSuppressions`. */
const NOBODY_SUPPRESSED = `
  create function nobody_suppressed() returns trigger language plpgsql as 'begin return null; end';
  create trigger nobody_suppressed before insert on suppressions for each row
    when (new.cause in ('hard_bounce', 'soft_bounces', 'complaint') and new.message_id is not null)
    execute function nobody_suppressed()`;

/** A database that lives for one run need not survive a crash: making and dropping it then waits for no disk. */
async function forgoSafety(admin: string): Promise<void> {
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'])
    await execute(admin, `alter system set ${setting} = off`);
  await execute(admin, 'select pg_reload_conf()');
}

/** Known keys, so that no test needs files; a data directory of the run's own. */
function setTestEnvironment(dataDirectory: string): void {
  Object.assign(process.env, {
    NODE_ENV: 'test',
    RELEVO_DATA_DIR: dataDirectory,
    RELEVO_MASTER_KEY: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    AUTH_SECRET: 'a-secret-that-only-the-tests-know-0123456789',
    RELEVO_LOG_LEVEL: process.env.RELEVO_LOG_LEVEL || 'silent',
  });
  delete process.env.DATABASE_URL;
  forgetEnv();
}

/** As root the cluster may lie outside the data directory. */
async function removeEmbeddedPostgres(): Promise<void> {
  const { home } = prepareLocation();
  await stopEmbeddedPostgres();
  rmSync(home, { recursive: true, force: true });
}

function withDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).toString();
}

async function execute(url: string, statement: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await client.unsafe(statement);
  } finally {
    await client.end({ timeout: 5 });
  }
}
