import { hostname } from 'node:os';
import { announce } from '@/lib/announcements/announce';
import { sql } from '@/lib/database/db';
import {
  ALIVE_SECONDS,
  compareSchema,
  KNOWN_SCHEMA,
  SchemaError,
  untilMigrated,
} from '@/lib/database/handshake';
import { currentRoom, shortage } from '@/lib/disk/room';
import { errorMessage } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';
import { VERSION } from '@/lib/process/version';

export type ProcessKind = 'web' | 'worker' | 'smtp';

const BEAT_MS = 10_000;

type Options = { id?: string; onMisfit?: (error: SchemaError) => void; beatMs?: number };

/**
 * Says that this process is there, of which Relevo it is, and what room its disk has. Waits first for a database that is of an older Relevo.
 * Both go on where the database is away: what cannot run with it is told once it is there. `onMisfit`: the database has become one that this
 * program cannot run with, so that it ends as if it were told to. @returns how to sign off @throws SchemaError where it cannot from the start
 */
export async function bePresent(
  kind: ProcessKind,
  { id = newId(), onMisfit = endAsMisfit, beatMs = BEAT_MS }: Options = {},
): Promise<() => Promise<void>> {
  const startedAt = new Date();
  const look = async () => {
    await compareSchema(sql());
    await beat(id, kind, startedAt);
  };
  const failed = (error: unknown) => {
    if (error instanceof SchemaError) return onMisfit(error);
    log.warn('presence not told', { error: errorMessage(error) });
  };
  try {
    await untilMigrated(sql(), { tell: (sentence) => log.warn(sentence) });
    await beat(id, kind, startedAt);
    announce('workers');
  } catch (error) {
    if (error instanceof SchemaError) throw error;
    failed(error);
  }
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = look().catch(failed);
  }, beatMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
    await sql()`delete from processes where id = ${id}`.catch(() => undefined);
    announce('workers');
  };
}

function endAsMisfit({ message }: SchemaError): void {
  log.error(message);
  process.kill(process.pid, 'SIGTERM');
}

async function beat(id: string, kind: ProcessKind, startedAt: Date): Promise<void> {
  const [room, lack] = [await currentRoom(), await shortage()];
  const disk = room && {
    freeBytes: room.freeBytes,
    totalBytes: room.totalBytes,
    stopsBelowBytes: room.stopsBelowBytes,
    shortage: lack,
  };
  // Who ended without a word is forgotten by the others, later than anybody asks for it.
  await sql()`
    with gone as (delete from processes where beat_at < now() - make_interval(secs => ${20 * ALIVE_SECONDS}) and id <> ${id})
    insert into processes (id, kind, host, pid, version, schema_at, disk, started_at, beat_at)
    values (${id}, ${kind}, ${hostname()}, ${process.pid}, ${VERSION}, ${KNOWN_SCHEMA}, ${disk ? sql().json(disk) : null}, ${startedAt}, clock_timestamp())
    on conflict (id) do update set disk = excluded.disk, beat_at = excluded.beat_at`;
}
