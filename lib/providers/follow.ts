import { sql as drizzleSql } from 'drizzle-orm';
import { sql, type Transaction } from '@/lib/database/db';
import { errorMessage } from '@/lib/errors';
import { log } from '@/lib/log';
import { forgetProviders } from './cache';
import { forgetFacts } from './routing-facts';

const CHANNEL = 'relevo_providers';

/** Tells every process, once the transaction commits, that a provider is not what it was. */
export async function announceChange(tx: Transaction): Promise<void> {
  await tx.execute(drizzleSql`select pg_notify(${CHANNEL}, '')`);
}

/**
 * Hears of it: a message that is accepted after a provider was saved is delivered by who knows of it. postgres.js listens again by itself
 * after a lost connection; what was said meanwhile is made up for by forgetting, and by the second that providers are kept for.
 */
export async function followProviders(): Promise<void> {
  await sql()
    .listen(CHANNEL, forget, forget)
    .catch((error: unknown) => log.warn('not listening for changes yet', { error: errorMessage(error) }));
}

/** Also what is known of their state: "try now" changes nothing else. */
function forget(): void {
  forgetProviders();
  forgetFacts();
}
