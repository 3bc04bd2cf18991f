import type { Cluster } from './cluster';
import { type Rate, watchRate } from './rate';
import type { SinkProcess } from './sink-process';
import type { System } from './system';

type Bench = { cluster: Cluster; system: System; sink: SinkProcess };

/** How fast one worker sends what the system was filled with, until all of it is settled; CPU is its own and that of PostgreSQL. */
export function watchWorker(
  { cluster, system, sink }: Bench,
  bounds: { warmUp: number; count: number },
): Promise<Rate> {
  const base = sink.accepted;
  const worker = system.startWorker();
  const cpu = () => ({ worker: worker.cpuMs(), PostgreSQL: cluster.cpuMs() });
  return watchRate(sink, bounds, cpu, { base, finish: () => system.settled() });
}
