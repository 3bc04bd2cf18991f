import { z } from 'zod';
import type { Context } from '@/lib/context';
import { PRIORITIES, type Priority } from '@/lib/queue/priority';
import { updateSettings } from '@/lib/settings/update';
import { uniqueList } from '@/lib/validation';

export const PauseInput = z.strictObject({
  priorities: uniqueList(z.enum(PRIORITIES), 20).min(1),
  paused: z.boolean(),
});

/**
 * Stops or goes on sending messages of these priorities: those under way are finished, the others keep their place. From then on nobody
 * takes one, which those that were taken before and still wait for their turn notice within a second; kept over a restart. @returns the priorities that are paused now
 */
export async function pausePriorities(
  ctx: Context,
  { priorities, paused }: z.infer<typeof PauseInput>,
): Promise<{ pausedPriorities: Priority[] }> {
  const settings = await updateSettings(ctx, ({ delivery }) => {
    const { pausedPriorities } = delivery.queue;
    const wanted = (priority: Priority) =>
      priorities.includes(priority) ? paused : pausedPriorities.includes(priority);
    return { delivery: { queue: { pausedPriorities: PRIORITIES.filter(wanted) } } };
  });
  return settings.delivery.queue;
}
