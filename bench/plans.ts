import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { prepareLocation } from '@/lib/database/embedded/location';
import { closeDb } from '@/lib/database/pools';
import { costOf, type PlanCost } from '@/lib/testing/plan-cost';
import type { Cluster } from './cluster';

/** Of all statements of one list. */
export type Cost = PlanCost & { ms: number; plans: string[] };

/** Has PostgreSQL explain every statement of a database into its log, with what it really read (auto_explain). */
export async function explainAll(cluster: Cluster, database: string): Promise<void> {
  for (const setting of [
    `session_preload_libraries = 'auto_explain'`,
    'auto_explain.log_min_duration = 0',
    'auto_explain.log_analyze = on',
    'auto_explain.log_buffers = on',
    'auto_explain.log_timing = off',
    `auto_explain.log_format = 'json'`,
  ])
    await cluster.execute(`alter database ${database} set ${setting}`);
  // What is connected already is not explained.
  await closeDb();
}

/** What it costs; the first time warms the caches and the connections. */
export async function measureCost(list: () => Promise<unknown>): Promise<Cost> {
  await list();
  const log = openSync(prepareLocation().log, 'r');
  try {
    const from = fstatSync(log).size;
    const began = performance.now();
    await list();
    const ms = performance.now() - began;
    const text = Buffer.alloc(fstatSync(log).size - from);
    readSync(log, text, 0, text.length, from);
    const plans = plansIn(text.toString());
    return { ms, ...costOf(plans), plans };
  } finally {
    closeSync(log);
  }
}

/** An entry's first line ends in `plan:`, the others are indented. */
function plansIn(log: string): string[] {
  return [...log.matchAll(/plan:\n((?:\t.*\n)+)/g)].map(([, json]) => json!);
}
