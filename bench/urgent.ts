import { sleep } from '@/lib/async/abort';
import type { Cluster } from './cluster';
import { Caller } from './load';
import type { Options } from './options';
import { atMost, percentile, type Report } from './report';
import { sampleMessage } from './sample';
import { SinkProcess } from './sink-process';
import { System } from './system';

const TIMEOUT_MS = 60_000;
const EVERY_MS = 100;
const POSTS = 250;
const TARGET_MS = 1000;

/** Urgent messages posted one by one while a flood of low ones waits and drains: from the request to the sink. */
export async function measureUrgent(cluster: Cluster, options: Options): Promise<Partial<Report>> {
  const { waiting, connections } = options;
  const sink = await SinkProcess.start();
  const system = await System.open(cluster, 'urgent', { sinkPort: sink.port, connections });
  try {
    await system.fill(waiting, { priority: 'low' });
    const { url } = await system.startWeb();
    system.startWorker();
    await sink.until(1, TIMEOUT_MS);
    const caller = new Caller(url, system.token, 10);
    const post = (name: string) => caller.post('/api/v1/messages', urgentJson(name), 202);
    for (let index = 0; index < 20; index++) await post('unmarked');
    const postedAt = new Map<string, number>();
    const posts: Promise<unknown>[] = [];
    for (let index = 0; index < POSTS; index++) {
      const name = `marked-${index}`;
      postedAt.set(name, performance.timeOrigin + performance.now());
      posts.push(post(name));
      await sleep(EVERY_MS);
    }
    await Promise.all(posts);
    const left = waiting - sink.accepted;
    await sink.untilMarked(POSTS, TIMEOUT_MS);
    await caller.close();
    const latencies = [...postedAt].map(([name, at]) => sink.markedAt.get(name)! - at);
    const [p50, p95, p99] = [50, 95, 99].map((percent) => percentile(latencies, percent)) as [
      number,
      number,
      number,
    ];
    return {
      lines: [
        `${POSTS} urgent messages, one each ${EVERY_MS} ms, among ${waiting} low ones (${Math.max(0, left)} still waited at the end)`,
        `from the request to the sink: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`,
      ],
      figures: [atMost('urgent, request to sink, p99', p99, TARGET_MS, 'ms')],
    };
  } finally {
    await system.close();
    await sink.stop();
  }
}

function urgentJson(name: string): Buffer {
  return Buffer.from(JSON.stringify({ ...sampleMessage(), to: `${name}@example.net`, priority: 'urgent' }));
}
