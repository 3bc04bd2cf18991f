import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Cluster } from './cluster';

export const PROFILES = '.data/profiles';
const FUNCTIONS = 45;
const STATEMENTS = 15;

type Profile = {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
};

/** Where processes started with `--profile` spent their time, by function; and PostgreSQL, by statement. */
export async function printProfiles(cluster: Cluster): Promise<void> {
  for (const file of globSync(`${PROFILES}/*.cpuprofile`)) printProfile(file);
  const rows = await cluster.execute(`
    select calls, total_exec_time::int as ms, (total_exec_time / calls)::numeric(10, 3) as mean, left(query, 160) as query
    from pg_stat_statements where query not like 'create%' order by total_exec_time desc limit ${STATEMENTS}`);
  console.log('\nPostgreSQL: ms in all, calls, ms each');
  for (const { calls, ms, mean, query } of rows)
    console.log(
      `${String(ms).padStart(8)} ${String(calls).padStart(8)} ${mean}  ${query.replace(/\s+/g, ' ')}`,
    );
}

function printProfile(file: string): void {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8')) as Profile;
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const spent = new Map<string, number>();
  let busy = 0;
  for (const [index, id] of samples.entries()) {
    const { functionName, url, lineNumber } = frames.get(id)!;
    if (functionName === '(idle)' || functionName === '(root)') continue;
    const micros = timeDeltas[index]!;
    const place = `${functionName || '(anonymous)'} ${url.replace(/^.*node_modules\//, '')}:${lineNumber + 1}`;
    spent.set(place, (spent.get(place) ?? 0) + micros);
    busy += micros;
  }
  console.log(`\n${basename(file)}: ${(busy / 1000).toFixed(0)} ms busy`);
  const top = [...spent].sort((a, b) => b[1] - a[1]).slice(0, FUNCTIONS);
  for (const [place, micros] of top)
    console.log(`${((100 * micros) / busy).toFixed(1).padStart(6)} %  ${place}`);
}
