import { isConnectionError } from '@/lib/database/db-errors';
import { errorMessage } from '@/lib/errors';
import { log } from '@/lib/log';

/** What graphile-worker's driver says without a code. */
const LOST = /^Connection terminated|connection error and is not queryable|connection timeout/;

/**
 * When PostgreSQL goes away, graphile-worker leaves promises that nobody awaits and clients whose errors nobody hears, either of which ends
 * the process. That would be a worker killed in the middle of its sends, for a fault that passes: its pools are begun anew anyway. Any other
 * stray error is a bug and still ends it.
 */
export function tolerateLostConnections(): void {
  for (const source of ['unhandledRejection', 'uncaughtException'] as const) process.on(source, judge);
}

function judge(error: unknown): void {
  if (isLostConnection(error)) {
    log.warn('a connection to the database was lost', { error: errorMessage(error) });
    return;
  }
  log.error('stray error', { error });
  process.exit(1);
}

export function isLostConnection(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.every(isLostConnection);
  return isConnectionError(error) || LOST.test(errorMessage(error));
}
