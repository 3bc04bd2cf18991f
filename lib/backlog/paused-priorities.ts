import { PRIORITIES } from '@/lib/queue/priority';
import { currentSettings } from '@/lib/settings/current';

/** The priorities that nobody may take at the moment, as messages store them. */
export async function pausedPriorities(): Promise<number[]> {
  const { queue } = (await currentSettings()).delivery;
  return queue.pausedPriorities.map((priority) => PRIORITIES.indexOf(priority));
}
