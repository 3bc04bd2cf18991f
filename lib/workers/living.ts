import { sql } from '@/lib/database/db';
import { isRunning, machineId } from './machine';

/** Two beats and a little: whoever is silent for longer is not counted on, though its work is not given to others yet. */
export const SILENT_AFTER_SECONDS = 12;

/** How many workers can be counted on now. One of this machine whose process is gone is none, however lately it beat. */
export async function countLivingWorkers(): Promise<number> {
  const rows = await sql()<{ machine: string; pid: number }[]>`
    select machine, pid from workers where beat_at > now() - make_interval(secs => ${SILENT_AFTER_SECONDS})`;
  const here = machineId();
  return rows.filter(({ machine, pid }) => here === null || machine !== here || isRunning(pid)).length;
}
