import { commandContext } from '@/lib/context';
import { rebuildRollUps } from '@/lib/metrics/rebuild';
import { rollUp } from '@/lib/metrics/roll-up';
import type { Cluster } from './cluster';
import { writeFigureRows, writeMinutes } from './figures-rows';
import type { Options } from './options';
import { PAGES, SEARCHES } from './pages';
import { explainAll, measureCost } from './plans';
import { Process } from './process';
import { watchRate } from './rate';
import { atLeast, atMost, type Figure, median, percentile, type Report } from './report';
import { SinkProcess } from './sink-process';
import { System } from './system';

const DATABASE = 'figures';
const MILLION = 1_000_000;
const LOOKS = 40;
const WARM_UP = 3;
/** Rows of messages, attempts and events that home and analytics may read: those that wait and are shown, never those that are counted. */
const MAX_LARGE_ROWS = 500;
const DRAINED = 5_000;
const DRAIN_WARM_UP = 500;

/** What is shown of a long history: pages of figures, the search for a person, a file of all messages; and what it costs to fold the figures. */
export async function measureFigures(cluster: Cluster, options: Options): Promise<Partial<Report>> {
  const rows = options.full ? 10 * MILLION : MILLION;
  const sink = await SinkProcess.start();
  const system = await System.open(cluster, DATABASE, {
    sinkPort: sink.port,
    connections: options.connections,
  });
  try {
    const began = performance.now();
    await writeFigureRows(system.sql, rows);
    const generatedS = (performance.now() - began) / 1000;
    const rebuildS = await secondsFor(() => rebuildRollUps(commandContext('bench')));
    await system.sql`vacuum analyze`;
    const pages = await measurePages();
    const exported = await measureExport(rows);
    const folded = await measureFold(system, sink, options.rounds);
    await explainAll(cluster, DATABASE);
    const read = await measureReads();
    return {
      lines: [
        `${rows} messages, as many attempts, ${rows * 3} events (written in ${generatedS.toFixed(0)} s); ${LOOKS} looks at each`,
        ...pages.lines,
        ...read.lines,
        ...exported.lines,
        ...folded.lines,
      ],
      figures: [
        ...pages.figures,
        ...read.figures,
        ...exported.figures,
        atMost('rebuild of a million attempts', (rebuildS * MILLION) / rows, 60, 's'),
        ...folded.figures,
      ],
    };
  } finally {
    await system.close();
    await sink.stop();
  }
}

type Part = { lines: string[]; figures: Figure[] };

async function measurePages(): Promise<Part> {
  const part: Part = { lines: [], figures: [] };
  for (const [looks, limitMs] of [
    [PAGES, 150],
    [SEARCHES, 100],
  ] as const)
    for (const [name, look] of Object.entries(looks)) {
      const took: number[] = [];
      for (let n = 0; n < WARM_UP + LOOKS; n++) {
        const ms = (await secondsFor(look)) * 1000;
        if (n >= WARM_UP) took.push(ms);
      }
      part.lines.push(`${name}: median ${median(took).toFixed(0)} ms`);
      part.figures.push(atMost(`${name}, p95`, percentile(took, 95), limitMs, 'ms'));
    }
  return part;
}

/** By the plans that PostgreSQL really ran. */
async function measureReads(): Promise<Part> {
  const part: Part = { lines: [], figures: [] };
  for (const [name, look] of Object.entries(PAGES)) {
    const { largeRows } = await measureCost(look);
    part.figures.push(atMost(`${name}: rows of messages, attempts, events`, largeRows, MAX_LARGE_ROWS));
  }
  return part;
}

async function measureExport(rows: number): Promise<Part> {
  const child = Process.start('bench/export-process.ts', {
    args: [String(rows)],
    env: { RELEVO_LOG_LEVEL: 'warn' },
  });
  try {
    await child.message();
    const early = child.peakMemoryMb();
    const began = performance.now();
    const { lines } = await child.message<{ lines: number }>();
    const perSecond = ((lines * 0.9) / (performance.now() - began)) * 1000;
    const late = child.peakMemoryMb();
    return {
      lines: [
        `export of ${lines} lines, ${perSecond.toFixed(0)} a second: at most ${early.toFixed(0)} MB after a tenth, ${late.toFixed(0)} MB after all`,
      ],
      figures: [atMost('memory of an export, whole against its tenth', late / early, 1.2)],
    };
  } finally {
    await child.stop();
  }
}

/** All of it anew each time, as after a worker was away for days; over and over while others are delivered. */
async function measureFold(system: System, sink: SinkProcess, rounds: number): Promise<Part> {
  const minutes = await writeMinutes(system.sql, MILLION);
  const fold = async () => {
    await system.sql`delete from delivery_hours where hour >= (select min(minute) from delivery_minutes)`;
    await rollUp();
  };
  const foldS = await secondsFor(fold);
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const alone = await drain(system, sink);
    let over = false;
    const folding = (async () => {
      while (!over) await fold();
    })();
    const beside = await drain(system, sink);
    over = true;
    await folding;
    ratios.push(beside / alone);
  }
  return {
    lines: [`${minutes} rows of minutes, of a million attempts, folded in ${foldS.toFixed(2)} s`],
    figures: [
      atMost('fold of a million attempts', foldS, 60, 's'),
      atLeast('delivery while that is done over and over', ratios, 0.9),
    ],
  };
}

async function drain(system: System, sink: SinkProcess): Promise<number> {
  await system.fill(DRAIN_WARM_UP + DRAINED);
  const base = sink.accepted;
  const worker = system.startWorker();
  try {
    const bounds = { warmUp: DRAIN_WARM_UP, count: DRAINED };
    const finish = () => system.settled();
    return (await watchRate(sink, bounds, () => ({ worker: worker.cpuMs() }), { base, finish })).perSecond;
  } finally {
    await worker.stop();
  }
}

async function secondsFor(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
