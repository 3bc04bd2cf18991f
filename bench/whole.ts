import type { Cluster } from './cluster';
import { drainBare } from './drain';
import { Caller } from './load';
import type { Options } from './options';
import { PROFILES } from './profile';
import { describeRate, type Rate, watchRate } from './rate';
import { atLeast, median, type Report } from './report';
import { batchJson, messageJson } from './sample';
import { SinkProcess } from './sink-process';
import { System } from './system';

const WARM_UP = 2000;
const BATCH = 500;
const BATCHES_AT_ONCE = 4;
const POSTS_AT_ONCE = 50;

type Path = { name: string; url: string; body: Buffer; size: number; atOnce: number; status: number };

const PATHS: Record<'batch' | 'single', Path> = {
  batch: {
    name: `batches of ${BATCH}, ${BATCHES_AT_ONCE} at once`,
    url: '/api/v1/messages/batch',
    body: batchJson(BATCH),
    size: BATCH,
    atOnce: BATCHES_AT_ONCE,
    status: 200,
  },
  single: {
    name: `one by one, ${POSTS_AT_ONCE} at once`,
    url: '/api/v1/messages',
    body: messageJson(),
    size: 1,
    atOnce: POSTS_AT_ONCE,
    status: 202,
  },
};

/** From the API to the sink, accepted and sent at the same time, against the bare loop that has nothing to accept. */
export async function measureWhole(cluster: Cluster, options: Options): Promise<Partial<Report>> {
  const { rounds, connections } = options;
  const messages = Math.ceil(options.messages / 2);
  const sink = await SinkProcess.start();
  const profileInto = options.profile ? PROFILES : undefined;
  const system = await System.open(cluster, 'whole', { sinkPort: sink.port, connections, profileInto });
  const bare: Rate[] = [];
  const relevo = { batch: [] as Rate[], single: [] as Rate[] };
  try {
    const { web, url } = await system.startWeb();
    const worker = system.startWorker();
    const cpu = () => ({ web: web.cpuMs(), worker: worker.cpuMs(), PostgreSQL: cluster.cpuMs() });
    const send = async (path: Path, count: number): Promise<Rate> => {
      const caller = new Caller(url, system.token, path.atOnce);
      const rate = watchRate(sink, { warmUp: 0, count }, cpu, { finish: () => system.settled() });
      await caller.postMany(path.url, path.body, count / path.size, path.status);
      await caller.close();
      return rate;
    };
    for (const path of Object.values(PATHS)) await send(path, WARM_UP);
    for (let round = 0; round < rounds; round++) {
      bare.push(await drainBare(sink, messages, connections));
      relevo.batch.push(await send(PATHS.batch, Math.ceil(messages / BATCH) * BATCH));
      relevo.single.push(await send(PATHS.single, Math.ceil(messages / 2)));
    }
  } finally {
    await system.close();
    await sink.stop();
  }
  const ratio = (rates: Rate[]) => rates.map((rate, i) => rate.perSecond / bare[i]!.perSecond);
  return {
    lines: [
      `${messages} messages of 4 KB over ${connections} connections, medians of ${rounds} rounds`,
      describeRate('bare nodemailer loop', bare, median),
      describeRate(PATHS.batch.name, relevo.batch, median),
      describeRate(PATHS.single.name, relevo.single, median),
      `one by one against the bare loop: ${median(ratio(relevo.single)).toFixed(2)}`,
    ],
    figures: [atLeast('batch API to sink against the bare loop', ratio(relevo.batch), 0.4)],
  };
}
