import type { drizzle } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';

/**
 * Three small pools, because they must not wait for each other:
 * - `sql()`: postgres.js itself, prepared statements, for the delivery path (every state change is one statement);
 * - `db()`: drizzle, for reads by people and programs;
 * - `transactionDb()`: drizzle, only for `mutation`.
 * drizzle changes the date and JSON codecs of a client it is given, so it never shares one with `sql()`.
 */
export type Pools = {
  sql: postgres.Sql;
  read: postgres.Sql;
  write: postgres.Sql;
  db: ReturnType<typeof drizzle>;
  writeDb: ReturnType<typeof drizzle>;
};

/** How many connections at most, for how long, and with what (`system.database` of the settings). */
export type PoolSettings = {
  deliveryConnections: number;
  readConnections: number;
  writeConnections: number;
  idleSeconds: number;
  connectSeconds: number;
  readTimeoutSeconds: number;
  statementCache: boolean;
};

/** Next bundles route handlers and pages apart; the pools must still be one per process. */
export const holder = globalThis as typeof globalThis & {
  relevoPools?: Pools;
  /**
   * postgres.js as whoever came first loaded it. Next loads another copy than the process that serves it, and a copy knows only fragments of its
   * own: those of another it sends as values.
   */
  relevoPostgres?: typeof postgres;
  /** Before the first statement, by who starts the process; absent: as shipped. */
  relevoPoolSettings?: PoolSettings;
};

/** Ends all connections of this process; queries under way get 5 s. */
export async function closeDb(): Promise<void> {
  const open = holder.relevoPools;
  holder.relevoPools = undefined;
  if (open) await Promise.all([open.sql, open.read, open.write].map((client) => client.end({ timeout: 5 })));
}
