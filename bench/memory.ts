import type { Cluster } from './cluster';
import { Caller } from './load';
import type { Options } from './options';
import { atMost, type Report } from './report';
import { batchJson } from './sample';
import { SinkProcess } from './sink-process';
import { System } from './system';

const BATCH = 1000;
const BATCHES_AT_ONCE = 2;
const TIMEOUT_MS = 120_000;

/** The most memory that web and worker take: a long queue comes in by batches and is then drained for a while. */
export async function measureMemory(cluster: Cluster, options: Options): Promise<Partial<Report>> {
  const { waiting, connections } = options;
  const sink = await SinkProcess.start();
  const system = await System.open(cluster, 'memory', { sinkPort: sink.port, connections });
  try {
    const { web, url } = await system.startWeb();
    const caller = new Caller(url, system.token, BATCHES_AT_ONCE);
    await caller.postMany('/api/v1/messages/batch', batchJson(BATCH), Math.ceil(waiting / BATCH), 200);
    await caller.close();
    const worker = system.startWorker();
    const drained = Math.ceil(waiting / 2);
    await sink.until(drained, TIMEOUT_MS);
    return {
      lines: [`${waiting} messages of 4 KB came in ${BATCH} at a time, ${drained} of them were sent`],
      figures: [
        atMost('peak memory of the worker', worker.peakMemoryMb(), 300, 'MB'),
        atMost('peak memory of web', web.peakMemoryMb(), 500, 'MB'),
      ],
    };
  } finally {
    await system.close();
    await sink.stop();
  }
}
