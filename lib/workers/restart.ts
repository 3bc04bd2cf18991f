import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';

/** `npm start` watches over this process, and can begin it anew. */
export const isSupervised = (): boolean => process.send !== undefined;

/**
 * All processes end what they have under way and begin anew, by the settings as they are then: web within seconds, workers once their sends
 * are finished. @throws AppError conflict where each is run by itself
 */
export async function restartAll(ctx: Context): Promise<void> {
  if (!isSupervised())
    throw new AppError(
      'conflict',
      'Nobody watches over these processes: restart them as they were started.',
      {
        reason: { code: 'not_supervised' },
      },
    );
  await mutation(ctx, 'system.restart', async () => ({ result: undefined, subjectId: null }));
  process.send?.({ restart: true });
}
