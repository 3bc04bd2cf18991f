import type { DoneByFlow } from '@/lib/checklists/lists';
import type { SystemStatus } from '@/lib/status/schema';

const HELD: SystemStatus['reasons'] = ['queue_old', 'paused', 'all_paused'];

/** What the status of the system, which the page keeps up with, says of the checklists. */
export function doneByFlow({ everSent, reasons }: Pick<SystemStatus, 'everSent' | 'reasons'>): DoneByFlow {
  const workers = !reasons.includes('no_worker');
  return { firstMail: everSent, workers, queue: workers && !reasons.some((reason) => HELD.includes(reason)) };
}
