import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { databaseUrl } from './database-url';
import { pastFarewells } from './past-farewells';
import { holder, type Pools } from './pools';
import { currentTransaction } from './within';

export type Sql = postgres.Sql;
export type { Transaction } from './transaction';

export const TRANSACTION_POOL_SIZE = 4;

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

/** `max`: connections, opened as they are needed. */
export function connect(max: number, settings: Record<string, string> = {}): postgres.Sql {
  const client = postgres(databaseUrl(), {
    max,
    idle_timeout: 60,
    // A server that is just starting may take the connection and never answer on it; whoever waits is better off with the next try.
    connect_timeout: 4,
    // By default the pause grows to 20 s, and every connection of the pool makes it grow: too long after a restart of PostgreSQL.
    backoff: () => RECONNECT_SECONDS * (0.5 + Math.random()),
    onnotice: () => undefined,
    connection: { application_name: 'relevo', ...settings },
  });
  return pastFarewells(client);
}

function pools(): Pools {
  if (!holder.relevoPools) {
    const read = connect(6);
    const write = connect(TRANSACTION_POOL_SIZE);
    holder.relevoPools = {
      sql: connect(10, LOOKUPS_ONLY),
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
