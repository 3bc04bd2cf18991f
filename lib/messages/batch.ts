import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { fromZodError, problemBody, toAppError } from '@/lib/http/problem';
import { acceptMessage } from './accept';
import type { Accepted } from './accepted';
import { MessageInput } from './schema';

export type BatchResult = Omit<Accepted, 'replayed'> | { error: ReturnType<typeof problemBody> };

/**
 * Up to 1,000 messages, each accepted or refused by itself, results in order. They go through the same coalescing store as single
 * ones, so a batch is a handful of set-based statements. An `idempotencyKey` covers each place in the batch.
 */
export async function acceptBatch(
  ctx: Context,
  messages: unknown[],
  idempotencyKey?: string,
): Promise<{ results: BatchResult[] }> {
  const settled = await Promise.allSettled(
    messages.map((message, index) => acceptOne(ctx, message, idempotencyKey && `${idempotencyKey}#${index}`)),
  );
  const errors = settled.map((entry) =>
    entry.status === 'rejected' ? toAppError(entry.reason, ctx.requestId) : null,
  );
  // Nothing was taken and all of it can be sent again: that is an answer for the whole request.
  if (errors.every((error) => error?.code === 'unavailable')) throw errors[0];
  return { results: settled.map((entry, index) => view(ctx, entry, errors[index] ?? null)) };
}

async function acceptOne(ctx: Context, message: unknown, key: string | undefined): Promise<Accepted> {
  const parsed = MessageInput.safeParse(message);
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
