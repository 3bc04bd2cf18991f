import type { Cluster } from './cluster';
import { writeHistory } from './history-rows';
import type { Options } from './options';
import { Process } from './process';
import { atMost, median, type Report } from './report';
import { SinkProcess } from './sink-process';
import { System } from './system';

const BATCH = 100;
const BATCHES = 4;
const WARM_UP_ROUNDS = 3;
const ROUNDS = 30;

/** The statements a message costs, and what each is known by. */
const STATEMENTS = {
  accept: '%insert into messages (%',
  claim: '%claim_no = m.claim_no + %',
  begin: '%insert into attempts (%',
  settle: '%update attempts a%',
};
type Step = keyof typeof STATEMENTS;
const STEPS = Object.keys(STATEMENTS) as Step[];

type Cost = Record<Step, { ms: number; buffers: number }>;
type Side = { name: string; system: System; steps: Process; costs: Cost[] };

/** What the statements of a message cost with a long history in the tables, against none; in turns, in the same PostgreSQL. */
export async function measureHistory(cluster: Cluster, options: Options): Promise<Partial<Report>> {
  await cluster.countStatements();
  const sink = await SinkProcess.start();
  const sides: Side[] = [];
  try {
    const old = await openSide(cluster, sink, 'history_long');
    sides.push(old);
    const began = performance.now();
    await writeHistory(old.system.sql, options.rows);
    const generatedS = (performance.now() - began) / 1000;
    const none = await openSide(cluster, sink, 'history_none');
    sides.push(none);
    for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++)
      for (const side of sides) {
        const cost = await measureRound(cluster, side);
        if (round >= 0) side.costs.push(cost);
      }
    return report(old.costs, none.costs, options.rows, generatedS);
  } finally {
    for (const { system, steps } of sides) {
      await steps.stop();
      await system.close();
    }
    await sink.stop();
  }
}

async function openSide(cluster: Cluster, sink: SinkProcess, name: string): Promise<Side> {
  const system = await System.open(cluster, name, { sinkPort: sink.port, connections: 10 });
  const steps = Process.start('bench/history-steps.ts', {
    env: { DATABASE_URL: system.databaseUrl, RELEVO_LOG_LEVEL: 'warn' },
  });
  await steps.message();
  return { name, system, steps, costs: [] };
}

async function measureRound(cluster: Cluster, { name, steps }: Side): Promise<Cost> {
  await cluster.execute('select pg_stat_statements_reset()');
  for (let batch = 0; batch < BATCHES; batch++) {
    steps.child.send(BATCH);
    await steps.message();
  }
  const costs = await Promise.all(
    STEPS.map(async (step) => {
      const [row] = await cluster.execute(`
        select count(*)::int as found, sum(total_exec_time) as ms, sum(shared_blks_hit + shared_blks_read)::float8 as buffers
        from pg_stat_statements s join pg_database d on d.oid = s.dbid
        where d.datname = '${name}' and query like '${STATEMENTS[step]}'`);
      if (!row?.found) throw new Error(`No statement looks like ${STATEMENTS[step]} any more.`);
      return [step, { ms: row.ms / (BATCH * BATCHES), buffers: row.buffers / (BATCH * BATCHES) }] as const;
    }),
  );
  return Object.fromEntries(costs) as Cost;
}

function report(old: Cost[], none: Cost[], rows: number, generatedS: number): Partial<Report> {
  const middle = (costs: Cost[], step: Step, what: 'ms' | 'buffers') =>
    median(costs.map((cost) => cost[step][what]));
  const lines = STEPS.map((step) => {
    const figures = (['ms', 'buffers'] as const).map(
      (what) =>
        `${middle(old, step, what).toFixed(3)} against ${middle(none, step, what).toFixed(3)} ${what}`,
    );
    return `${step.padEnd(8)} ${figures.join(', ')}`;
  });
  return {
    lines: [
      `${rows} old messages with bodies, attempts and events (written in ${generatedS.toFixed(0)} s) against none`,
      `a message's share of each statement, medians of ${ROUNDS} rounds of ${BATCHES} × ${BATCH} messages:`,
      ...lines,
    ],
    figures: STEPS.map((step) =>
      atMost(
        `${step} with history against without`,
        middle(old, step, 'ms') / middle(none, step, 'ms'),
        1.15,
      ),
    ),
  };
}
