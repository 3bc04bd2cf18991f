import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '@/lib/env';
import { dataDir, runDir } from '@/lib/process/paths';

/** `DATABASE_URL`, else the running embedded PostgreSQL as its files in the data directory tell. */
export function databaseUrl(): string {
  const configured = env().DATABASE_URL;
  if (configured) return configured;
  const port = read(join(runDir(), 'postgres.port'));
  const password = read(join(dataDir(), 'postgres.password'));
  if (!port || !password)
    throw new Error('The embedded PostgreSQL is not running and DATABASE_URL is not set.');
  return embeddedUrl(Number(port), password);
}

/**
 * Where a connection stays that of who opened it: for what is set on it, listened to or locked by it. Past the pooler, where there is one.
 */
export function sessionUrl(): string {
  return env().RELEVO_DATABASE_SESSION_URL ?? databaseUrl();
}

/** `DATABASE_URL` leads to a pooler, which may give each transaction another connection. */
export function isPooled(): boolean {
  return env().RELEVO_DATABASE_SESSION_URL !== undefined;
}

export function embeddedUrl(port: number, password: string, database = 'relevo'): string {
  return `postgres://relevo:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}
