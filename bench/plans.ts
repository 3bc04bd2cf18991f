import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { prepareLocation } from '@/lib/database/embedded/location';
import { closeDb } from '@/lib/database/pools';
import type { Cluster } from './cluster';

type Node = {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: Node[];
};

/** Of all statements of one list: pages and rows of tables read, and tables that were read from end to end. */
export type Cost = { ms: number; buffers: number; rows: number; seqScans: string[]; plans: string[] };

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
    return { ms, ...sum(text.toString()) };
  } finally {
    closeSync(log);
  }
}

/** An entry's first line ends in `plan:`, the others are indented. */
function sum(log: string): Omit<Cost, 'ms'> {
  const plans = [...log.matchAll(/plan:\n((?:\t.*\n)+)/g)].map(([, json]) => json!);
  const tops = plans.map((json) => (JSON.parse(json) as { Plan: Node }).Plan);
  const nodes = tops.flatMap(withChildren);
  return {
    buffers: tops.reduce((total, node) => total + node['Shared Hit Blocks'] + node['Shared Read Blocks'], 0),
    rows: nodes.filter((node) => node['Relation Name']).reduce((total, node) => total + rowsRead(node), 0),
    seqScans: nodes
      .filter((node) => node['Node Type'] === 'Seq Scan' && rowsRead(node) > FEW)
      .map((node) => node['Relation Name']!),
    plans,
  };
}

/** So many rows of a small table, or of an empty week, are read from end to end sooner than by an index. */
const FEW = 1_000;

function withChildren(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(withChildren)];
}

function rowsRead(node: Node): number {
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return (node['Actual Rows'] + removed) * node['Actual Loops'];
}
