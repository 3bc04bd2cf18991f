import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { databaseUrl, isPooled, sessionUrl } from './database-url';
import { oneEach } from './one-each';
import { pastFarewells } from './past-farewells';
import { holder, type PoolSettings, type Pools } from './pools';
import { currentTransaction } from './within';

export type Sql = postgres.Sql;
export type { Transaction } from './transaction';

/** As shipped. */
const POOLS: PoolSettings = {
  deliveryConnections: 10,
  readConnections: 6,
  writeConnections: 4,
  // A server that is just starting may take the connection and never answer on it; whoever waits is better off with the next try.
  connectSeconds: 4,
  idleSeconds: 60,
  readTimeoutSeconds: 120,
  statementCache: true,
};

export const poolSettings = (): PoolSettings => holder.relevoPoolSettings ?? POOLS;

/**
 * Every statement of the delivery path finds its rows by key. In a week that has just begun the planner has no statistics yet
 * and would read the whole partition for each handful of messages; and planning anew costs more than running.
 */
export const LOOKUPS_ONLY = {
  enable_seqscan: 'off',
  enable_mergejoin: 'off',
  plan_cache_mode: 'force_generic_plan',
  jit: 'off',
  // A thousand accepted messages of a few kilobytes fit; beyond, each step of the statement would write them to a file and read them back.
  work_mem: '16MB',
};

const RECONNECT_SECONDS = 0.25;

/**
 * `max`: connections, opened as they are needed. `pooled`: each transaction may have another one; nothing can be set on it then, and it keeps no
 * plans.
 */
export function connect(
  max: number,
  settings: Record<string, string> = {},
  way: 'session' | 'pooled' = 'session',
): postgres.Sql {
  const { idleSeconds, connectSeconds, statementCache } = poolSettings();
  const pooled = way === 'pooled' && isPooled();
  holder.relevoPostgres ??= postgres;
  const client = holder.relevoPostgres(pooled ? databaseUrl() : sessionUrl(), {
    max,
    idle_timeout: idleSeconds,
    connect_timeout: connectSeconds,
    prepare: statementCache && !pooled,
    // By default the pause grows to 20 s, and every connection of the pool makes it grow: too long after a restart of PostgreSQL.
    backoff: () => RECONNECT_SECONDS * (0.5 + Math.random()),
    onnotice: () => undefined,
    connection: { application_name: 'relevo', ...(!pooled && settings) },
  });
  return pastFarewells(pooled ? oneEach(client, max) : client);
}

function pools(): Pools {
  if (!holder.relevoPools) {
    const { deliveryConnections, readConnections, writeConnections, readTimeoutSeconds } = poolSettings();
    // PostgreSQL counts in milliseconds.
    const timeout = { statement_timeout: String(readTimeoutSeconds * 1000) };
    const read = connect(readConnections, timeout, 'pooled');
    const write = connect(writeConnections, {}, 'pooled');
    holder.relevoPools = {
      sql: connect(deliveryConnections, LOOKUPS_ONLY),
      read,
      write,
      db: drizzle(read),
      writeDb: drizzle(write),
    };
  }
  return holder.relevoPools;
}

export const sql = (): postgres.Sql => pools().sql;
/** Within a transaction that several verbs share, both of these are that one: what the verb before it wrote is seen by the next. */
export const db = (): Pools['db'] => (currentTransaction() as Pools['db'] | undefined) ?? pools().db;
export const transactionDb = (): Pools['writeDb'] =>
  (currentTransaction() as Pools['writeDb'] | undefined) ?? pools().writeDb;
