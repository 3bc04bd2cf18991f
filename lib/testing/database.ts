import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll } from 'vitest';
import { closeDb } from '@/lib/database/pools';
import { forgetEnv } from '@/lib/env';

/** Gives this test file a database of its own, migrated and empty, behind `DATABASE_URL`; dropped when the file is done. */
export function useTestDatabase(): void {
  const name = `relevo_test_${randomBytes(6).toString('hex')}`;
  beforeAll(async () => {
    await execute(`create database ${name} template ${required('RELEVO_TEST_TEMPLATE')}`);
    const url = new URL(required('RELEVO_TEST_ADMIN_URL'));
    url.pathname = `/${name}`;
    process.env.DATABASE_URL = url.toString();
    forgetEnv();
  });
  afterAll(async () => {
    await closeDb();
    await execute(`drop database if exists ${name} with (force)`);
  });
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
