import { Breath } from '@/lib/async/breath';
import type { Context } from '@/lib/context';
import { AppError, MAX_ERRORS, passes } from '@/lib/errors';
import { fromZodError, problemBody, toAppError } from '@/lib/http/problem';
import { type BatchInput, MessageInput } from '@/lib/messages/schema';
import { acceptMessage } from './accept';
import type { Accepted } from './accepted';

export type BatchResult = Omit<Accepted, 'replayed'> | { error: ReturnType<typeof problemBody> };

/**
 * Up to 1,000 messages, each accepted or refused by itself, results in order. They go through the same coalescing store as single
 * ones, so a batch is a handful of set-based statements. An `idempotencyKey` covers each place in the batch.
 */
export async function acceptBatch(
  ctx: Context,
  { messages, checkAddresses }: BatchInput,
  idempotencyKey?: string,
): Promise<{ results: BatchResult[] }> {
  const accepting: Promise<Accepted>[] = [];
  const breath = new Breath();
  for (const [index, message] of messages.entries()) {
    const asked = checkAddresses === undefined ? message : withDefault(message, { checkAddresses });
    const accepted = acceptOne(ctx, asked, idempotencyKey && `${idempotencyKey}#${index}`);
    // Heard below, together with the others.
    accepted.catch(() => undefined);
    accepting.push(accepted);
    await breath.take();
  }
  const settled = await Promise.allSettled(accepting);
  const errors = settled.map((entry) =>
    entry.status === 'rejected' ? toAppError(entry.reason, ctx.requestId) : null,
  );
  // Nothing was taken and all of it can be sent again: that is an answer for the whole request.
  if (errors.every(passes)) throw errors[0];
  return { results: withFewErrors(settled.map((entry, index) => view(ctx, entry, errors[index] ?? null))) };
}

/** Each refused message says why; all that is wrong with each is told until it is enough for one answer. */
function withFewErrors(results: BatchResult[]): BatchResult[] {
  let left = MAX_ERRORS;
  return results.map((result) => {
    if (!('error' in result) || !result.error.errors) return result;
    const errors = result.error.errors.slice(0, left);
    left -= errors.length;
    return { error: { ...result.error, errors: errors.length > 0 ? errors : undefined } };
  });
}

/** What is no object is refused as it is. */
function withDefault(message: unknown, fields: object): unknown {
  const isObject = typeof message === 'object' && message !== null && !Array.isArray(message);
  return isObject ? { ...fields, ...message } : message;
}

async function acceptOne(ctx: Context, message: unknown, key: string | undefined): Promise<Accepted> {
  const parsed = MessageInput.safeParse(message, { reportInput: true });
  if (!parsed.success) throw fromZodError(parsed.error);
  return acceptMessage(ctx, parsed.data, key);
}

function view(ctx: Context, entry: PromiseSettledResult<Accepted>, error: AppError | null): BatchResult {
  if (entry.status === 'fulfilled') {
    const { replayed: _replayed, ...answer } = entry.value;
    return answer;
  }
  return { error: problemBody(error ?? new AppError('internal', ''), ctx.requestId) };
}
