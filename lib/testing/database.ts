import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { forgetAll } from '@/lib/async/memory';
import { sql } from '@/lib/database/db';
import { closeDb } from '@/lib/database/pools';
import { forgetEnv } from '@/lib/env';

/** Gives this test file a database of its own, migrated and empty, behind `DATABASE_URL`; dropped when the file is done. */
export function useTestDatabase(): void {
  const { open, drop } = ownDatabase();
  beforeAll(open);
  afterAll(drop);
}

/** What comes back suppresses addresses here, as it does outside of tests (`global-setup.ts`). After `useTestDatabase`. */
export function useSuppressions(): void {
  beforeAll(() => sql()`drop trigger nobody_suppressed on suppressions`);
}

/**
 * One for each test of a file or of a `describe`: for what is said of all there is, or of an untouched system. Nothing known of the one
 * before is kept.
 */
export function useDatabaseForEachTest(): void {
  const { open, drop } = ownDatabase();
  beforeEach(open);
  afterEach(drop);
}

/** As on another installation, in the middle of a test: migrated and empty, and gone afterwards. */
export async function inEmptyDatabase<T>(work: () => Promise<T>): Promise<T> {
  const { open, drop } = ownDatabase();
  await open();
  try {
    return await work();
  } finally {
    await drop();
  }
}

function ownDatabase() {
  let name = '';
  let before: string | undefined;
  const open = async () => {
    name = `relevo_test_${randomBytes(6).toString('hex')}`;
    before = process.env.DATABASE_URL;
    // Twice as quick as through the log, where nothing is made to reach the disk (global-setup.ts).
    await execute(`create database ${name} template ${required('RELEVO_TEST_TEMPLATE')} strategy file_copy`);
    const url = new URL(required('RELEVO_TEST_ADMIN_URL'));
    url.pathname = `/${name}`;
    await use(url.toString());
  };
  const drop = async () => {
    await use(before);
    await execute(`drop database if exists ${name} with (force)`);
  };
  return { open, drop };
}

async function use(url: string | undefined): Promise<void> {
  await closeDb();
  if (url === undefined) delete process.env.DATABASE_URL;
  else process.env.DATABASE_URL = url;
  forgetEnv();
  forgetAll();
}

async function execute(statement: string): Promise<void> {
  const client = postgres(required('RELEVO_TEST_ADMIN_URL'), { max: 1, onnotice: () => undefined });
  try {
    await client.unsafe(statement);
  } finally {
    await client.end({ timeout: 5 });
  }
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: database tests run under vitest's global set-up.`);
  return value;
}
