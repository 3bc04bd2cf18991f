import { sql } from 'drizzle-orm';
import type { Transaction } from '@/lib/database/db';
import { invalid } from '@/lib/errors';
import { isSame } from './difference';
import type { Settings } from './schema';

/** Of each worker besides: those of the queue, at most. */
const QUEUE = 45;
/** The web process and the SMTP door. */
const DOORS = 2;
/** For commands, backups, and whoever looks after the database. */
const SPARE = 10;

/** What could not be served once all processes are busy is refused beforehand. @throws AppError validation_failed */
export async function checkConnections(tx: Transaction, before: Settings, after: Settings): Promise<void> {
  if (isSame(before.system, after.system)) return;
  const { processes, database } = after.system;
  const each = database.deliveryConnections + database.readConnections + database.writeConnections;
  const need = processes.workers * (each + QUEUE) + DOORS * each + SPARE;
  const [row] = await tx.execute<{ max: number }>(sql`select current_setting('max_connections')::int as max`);
  const { max } = row!;
  if (need > max)
    throw invalid('system.processes.workers', 'too_many_connections', { need: `${need}`, max: `${max}` });
}
