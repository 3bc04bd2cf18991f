import type { Cluster } from './cluster';
import type { Options } from './options';
import { type Rate, watchRate } from './rate';
import { atLeast, median, type Report } from './report';
import { SinkProcess } from './sink-process';
import { System } from './system';

const DELAY_MS = 20;
const CONNECTIONS = 5;
const WARM_UP = 300;
const MESSAGES = 1500;

/** Two workers on one database against one, where the sink is what is slow. */
export async function measureTwo(cluster: Cluster, { rounds }: Options): Promise<Partial<Report>> {
  const sink = await SinkProcess.start(DELAY_MS);
  const one: Rate[] = [];
  const two: Rate[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      one.push(await drainWith(1, cluster, sink));
      two.push(await drainWith(2, cluster, sink));
    }
  } finally {
    await sink.stop();
  }
  const perSecond = (rates: Rate[]) => median(rates.map((rate) => rate.perSecond));
  return {
    lines: [
      `a sink that takes ${DELAY_MS} ms for each message, ${CONNECTIONS} connections a worker, medians of ${rounds} rounds`,
      `one worker ${perSecond(one).toFixed(0)}/s, two workers ${perSecond(two).toFixed(0)}/s`,
    ],
    figures: [
      atLeast(
        'two workers against one',
        two.map((rate, index) => rate.perSecond / one[index]!.perSecond),
        1.7,
      ),
    ],
  };
}

async function drainWith(workers: number, cluster: Cluster, sink: SinkProcess): Promise<Rate> {
  // Those of a provider are shared by all workers: with as many as for one, a second would have none to add.
  const connections = CONNECTIONS * workers;
  const system = await System.open(cluster, 'two', { sinkPort: sink.port, connections });
  try {
    const warmUp = WARM_UP * workers;
    const count = MESSAGES * workers;
    await system.fill(warmUp + count);
    const base = sink.accepted;
    for (let index = 0; index < workers; index++) system.startWorker();
    return await watchRate(sink, { warmUp, count }, () => ({}), { base });
  } finally {
    await system.close();
  }
}
