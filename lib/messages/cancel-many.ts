import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { actOnMany, type ByState } from './act-on-many';
import { cancelMessage } from './cancel';
import type { ManyInput } from './schema';
import { CANCELABLE } from './status';

/** Each is a statement of its own: some at a time leave the others of the pool their turn. */
const AT_ONCE = 4;

/** Cancels the messages that are picked or that match, as far as they can be canceled. With `dryRun` only counts. */
export async function cancelMessages(
  ctx: Context,
  input: ManyInput,
): Promise<{ matched: number; canceled: number; refused: ByState }> {
  const { matched, done, refused } = await actOnMany(ctx, input, { from: CANCELABLE }, async (ids) => {
    let canceled = 0;
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const results = await Promise.all(ids.slice(at, at + AT_ONCE).map((id) => cancelOne(ctx, id)));
      canceled += results.filter(Boolean).length;
    }
    return canceled;
  });
  return { matched, canceled: done, refused };
}

async function cancelOne(ctx: Context, id: string): Promise<boolean> {
  try {
    await cancelMessage(ctx, { id });
    return true;
  } catch (error) {
    // Somebody sends it at this moment, or it is gone.
    if (error instanceof AppError) return false;
    throw error;
  }
}
