import { isConnectionError } from '@/lib/db-errors';
import { errorMessage } from '@/lib/errors';
import { log } from '@/lib/log';

/** What graphile-worker's driver says without a code. */
const LOST = /^Connection terminated|connection error and is not queryable|connection timeout/;

/**
 * graphile-worker leaves promises that nobody awaits, and when PostgreSQL goes away they end the process. That would be a worker killed
 * in the middle of its sends, for a fault that passes: its pools are begun anew anyway. Any other stray rejection is a bug and still ends it.
 */
export function tolerateLostConnections(): void {
  process.on('unhandledRejection', (error) => {
    if (isLostConnection(error))
      log.warn('a connection to the database was lost', { error: errorMessage(error) });
    else {
      log.error('unhandled rejection', { error });
      process.exit(1);
    }
  });
}

export function isLostConnection(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.every(isLostConnection);
  return isConnectionError(error) || LOST.test(errorMessage(error));
}
