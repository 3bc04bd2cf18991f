import { mapInTurns } from '@/lib/async/map-in-turns';
import type { Context } from '@/lib/context';
import { MAX_ERRORS, passes } from '@/lib/errors';
import { parseInput } from '@/lib/http/parse-input';
import { problemBody, toAppError } from '@/lib/http/problem';
import { type Notified, notify } from './notify';
import { type NotificationBatch, NotificationInput } from './schema';

export type NotifyResult = Notified | { error: ReturnType<typeof problemBody> };

/** Up to 1,000, each taken or refused by itself, results in order. */
export async function notifyBatch(
  ctx: Context,
  { notifications }: NotificationBatch,
): Promise<{ results: NotifyResult[] }> {
  const telling = await mapInTurns(notifications, (one) => {
    const notified = parseAndNotify(ctx, one);
    // Heard below, together with the others.
    notified.catch(() => undefined);
    return { notified };
  });
  const settled = await Promise.allSettled(telling.map(({ notified }) => notified));
  const errors = settled.map((each) =>
    each.status === 'rejected' ? toAppError(each.reason, ctx.requestId) : null,
  );
  // Nothing was taken and all of it can be sent again: that is an answer for the whole request.
  if (errors.every(passes)) throw errors[0];
  let left = MAX_ERRORS;
  return {
    results: settled.map((each, index): NotifyResult => {
      if (each.status === 'fulfilled') return each.value;
      const problem = problemBody(errors[index]!, ctx.requestId);
      const told = problem.errors?.slice(0, left);
      left -= told?.length ?? 0;
      return { error: { ...problem, errors: told && told.length > 0 ? told : undefined } };
    }),
  };
}

async function parseAndNotify(ctx: Context, one: unknown): Promise<Notified> {
  return notify(ctx, parseInput(NotificationInput, one));
}
