import { desc, sql } from 'drizzle-orm';
import { workers } from '@/drizzle/schema/workers';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { DEAD_AFTER_SECONDS } from './heartbeat';
import { listProcesses, type ProcessView } from './list-processes';

export type WorkerView = {
  id: string;
  host: string;
  pid: number;
  startedAt: string;
  beatAt: string;
  alive: boolean;
};

/** `processes`: of every kind, workers among them. */
export async function listWorkers(_ctx: Context): Promise<{ data: WorkerView[]; processes: ProcessView[] }> {
  const rows = await db()
    .select({
      worker: workers,
      alive: sql<boolean>`${workers.beatAt} > now() - make_interval(secs => ${DEAD_AFTER_SECONDS})`,
    })
    .from(workers)
    .orderBy(desc(workers.startedAt));
  const data = rows.map(({ worker, alive }) => ({
    id: worker.id,
    host: worker.host,
    pid: worker.pid,
    startedAt: worker.startedAt.toISOString(),
    beatAt: worker.beatAt.toISOString(),
    alive,
  }));
  return { data, processes: await listProcesses() };
}
