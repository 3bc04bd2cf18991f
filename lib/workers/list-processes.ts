import { asc, sql } from 'drizzle-orm';
import { processes } from '@/drizzle/schema/processes';
import { db } from '@/lib/database/db';
import { ALIVE_SECONDS } from '@/lib/database/handshake';
import type { Shortage } from '@/lib/disk/room';
import type { ProcessKind } from './presence';

export type ProcessView = {
  id: string;
  kind: ProcessKind;
  host: string;
  pid: number;
  version: string;
  /** It knows an older database than another one that runs: to be updated soon. */
  older: boolean;
  alive: boolean;
  startedAt: string;
  beatAt: string;
  disk: { freeBytes: number; totalBytes: number; accepting: boolean } | null;
};

/** Of every kind and machine, by when they started. */
export async function listProcesses(): Promise<ProcessView[]> {
  const alive = sql<boolean>`${processes.beatAt} > now() - make_interval(secs => ${ALIVE_SECONDS})`;
  const rows = await db()
    .select({ row: processes, alive })
    .from(processes)
    .orderBy(asc(processes.startedAt), asc(processes.id));
  const newest = Math.max(...rows.filter((each) => each.alive).map(({ row }) => row.schemaAt));
  return rows.map(({ row, alive: isAlive }) => ({
    id: row.id,
    kind: row.kind,
    host: row.host,
    pid: row.pid,
    version: row.version,
    older: row.schemaAt < newest,
    alive: isAlive,
    startedAt: row.startedAt.toISOString(),
    beatAt: row.beatAt.toISOString(),
    disk: row.disk && {
      freeBytes: row.disk.freeBytes,
      totalBytes: row.disk.totalBytes,
      accepting: row.disk.shortage === null,
    },
  }));
}

/** Whether another process, maybe on another machine, accepts nothing. */
export async function shortageElsewhere(): Promise<Shortage | null> {
  const [row] = await db()
    .select({ shortage: sql<Shortage>`${processes.disk} ->> 'shortage'` })
    .from(processes)
    .where(
      sql`${processes.beatAt} > now() - make_interval(secs => ${ALIVE_SECONDS}) and ${processes.disk} ->> 'shortage' is not null`,
    )
    .limit(1);
  return row?.shortage ?? null;
}
