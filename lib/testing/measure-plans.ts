import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { databaseUrl } from '@/lib/database/database-url';
import { LOOKUPS_ONLY } from '@/lib/database/db';
import { closeDb, holder } from '@/lib/database/pools';
import { costOf, type PlanCost } from './plan-cost';

const EXPLAINED = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_buffers': 'on',
  'auto_explain.log_timing': 'off',
  'auto_explain.log_format': 'json',
  client_min_messages: 'log',
};

export type Measured<T> = { result: T; cost: PlanCost; plans: string[] };

/** What the statements of `work` really read, by the plans that PostgreSQL ran, with the settings that each pool has. */
export async function measurePlans<T>(work: () => Promise<T>): Promise<Measured<T>> {
  let plans: string[] = [];
  const onnotice = ({ message = '' }: postgres.Notice) => {
    const [, json] = /plan:\n([\s\S]+)$/.exec(message) ?? [];
    if (json) plans.push(json);
  };
  const connect = (settings: Record<string, string> = {}) =>
    postgres(databaseUrl(), { max: 1, onnotice, connection: { ...EXPLAINED, ...settings } });
  await closeDb();
  const [sql, read, write] = [connect(LOOKUPS_ONLY), connect(), connect()];
  holder.relevoPools = { sql, read, write, db: drizzle(read), writeDb: drizzle(write) };
  try {
    // The first time warms the caches.
    await work();
    plans = [];
    const result = await work();
    return { result, cost: costOf(plans), plans };
  } finally {
    await closeDb();
  }
}
