import { sleep } from '@/lib/async/abort';
import type { Cluster } from './cluster';
import { Caller } from './load';
import type { Options } from './options';
import { atMost, percentile, type Report } from './report';
import { sampleMessage } from './sample';
import { SinkProcess } from './sink-process';
import { System } from './system';

const POSTS = 100;
const WARM_UP = 20;
const TIMEOUT_MS = 30_000;
const TARGET_MS = 15;
/** Long enough that nothing of the message before is under way any more, never the same: no clock inside is in step with it. */
const PAUSE_MS = { least: 150, most: 350 };

/** One message at a time on a system that has nothing else to do: from the answer 202 to the first command at the provider. */
export async function measureIdle(cluster: Cluster, { connections }: Options): Promise<Partial<Report>> {
  const sink = await SinkProcess.start();
  const system = await System.open(cluster, 'idle', { sinkPort: sink.port, connections });
  try {
    const { url } = await system.startWeb();
    system.startWorker();
    const caller = new Caller(url, system.token, 1);
    const latencies: number[] = [];
    for (let index = 0; index < WARM_UP + POSTS; index++) {
      const name = `begun-${index}`;
      await caller.post('/api/v1/messages', messageJson(name), 202);
      const answeredAt = performance.timeOrigin + performance.now();
      await sink.untilMarked(index + 1, TIMEOUT_MS);
      // It may have begun before the answer was read.
      if (index >= WARM_UP) latencies.push(Math.max(0, sink.markedAt.get(name)! - answeredAt));
      await sleep(PAUSE_MS.least + Math.random() * (PAUSE_MS.most - PAUSE_MS.least));
    }
    await caller.close();
    const [p50, p95] = [percentile(latencies, 50), percentile(latencies, 95)];
    return {
      lines: [
        `${POSTS} messages one at a time on an idle system, from the answer 202 to the provider's first command`,
        `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, at most ${Math.max(...latencies).toFixed(1)} ms`,
      ],
      figures: [atMost('idle pick-up, p95', p95, TARGET_MS, 'ms')],
    };
  } finally {
    await system.close();
    await sink.stop();
  }
}

function messageJson(name: string): Buffer {
  return Buffer.from(JSON.stringify({ ...sampleMessage(), to: `${name}@example.net` }));
}
