import type { Cluster } from './cluster';
import type { Options } from './options';
import { fillPlainQueue } from './plain-queue';
import { Process } from './process';
import { PROFILES } from './profile';
import { describeRate, type Rate, totalCpuMs, watchRate } from './rate';
import { atLeast, median, type Report } from './report';
import { SinkProcess } from './sink-process';
import { System } from './system';
import { watchWorker } from './watch-worker';

const WARM_UP = 1000;

/** Messages that are accepted already: claim → sink → settle by one worker, against a bare loop and against a plain worker. */
export async function measureDrain(cluster: Cluster, options: Options): Promise<Partial<Report>> {
  const { messages, rounds, connections } = options;
  const sink = await SinkProcess.start();
  const bare: Rate[] = [];
  const relevo: Rate[] = [];
  const plain: Rate[] = [];
  try {
    // In turns, so that what else the machine does hits all of them.
    for (let round = 0; round < rounds; round++) {
      bare.push(await drainBare(sink, messages, connections));
      relevo.push(await drainRelevo(cluster, sink, options));
      plain.push(await drainPlain(cluster, sink, Math.ceil(messages / 4), connections));
    }
  } finally {
    await sink.stop();
  }
  const against = (others: Rate[], value: (rate: Rate) => number) =>
    relevo.map((rate, index) => value(rate) / value(others[index]!));
  const perSecond = (rate: Rate) => rate.perSecond;
  return {
    lines: [
      `${messages} messages of 4 KB over ${connections} connections, medians of ${rounds} rounds`,
      describeRate('bare nodemailer loop', bare, median),
      describeRate('Relevo, one worker', relevo, median),
      describeRate('plain worker, 24 at once', plain, median),
      `CPU of Relevo: ${median(against(bare, totalCpuMs)).toFixed(1)} × the bare loop's, ${median(against(plain, totalCpuMs)).toFixed(2)} × the plain worker's`,
    ],
    figures: [
      atLeast('drain against the bare loop', against(bare, perSecond), 0.6),
      atLeast('drain against a plain worker', against(plain, perSecond), 2),
    ],
  };
}

export async function drainBare(sink: SinkProcess, count: number, connections: number): Promise<Rate> {
  const base = sink.accepted;
  const args = [sink.port, WARM_UP + count, connections].map(String);
  const loop = Process.start('bench/bare-loop.ts', { args });
  try {
    return await watchRate(sink, { warmUp: WARM_UP, count }, () => ({ loop: loop.cpuMs() }), { base });
  } finally {
    await loop.stop();
  }
}

async function drainRelevo(
  cluster: Cluster,
  sink: SinkProcess,
  { messages, connections, profile }: Options,
): Promise<Rate> {
  const profileInto = profile ? PROFILES : undefined;
  const system = await System.open(cluster, 'drain', { sinkPort: sink.port, connections, profileInto });
  try {
    await system.fill(WARM_UP + messages);
    return await watchWorker({ cluster, system, sink }, { warmUp: WARM_UP, count: messages });
  } finally {
    await system.close();
  }
}

async function drainPlain(
  cluster: Cluster,
  sink: SinkProcess,
  count: number,
  connections: number,
): Promise<Rate> {
  const url = await cluster.createDatabase('plain');
  try {
    await fillPlainQueue(url, WARM_UP + count);
    const base = sink.accepted;
    const args = [sink.port, connections].map(String);
    const worker = Process.start('bench/plain-worker.ts', { args, env: { DATABASE_URL: url } });
    try {
      const cpu = () => ({ worker: worker.cpuMs(), PostgreSQL: cluster.cpuMs() });
      return await watchRate(sink, { warmUp: WARM_UP, count }, cpu, { base });
    } finally {
      await worker.stop();
    }
  } finally {
    await cluster.dropDatabase('plain');
  }
}
