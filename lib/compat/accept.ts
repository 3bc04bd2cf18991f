import type { ParsedMessage } from '@/lib/channels/message-fields';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { fromZodError, toAppError } from '@/lib/http/problem';
import { acceptMessage } from '@/lib/intake/accept';
import { acceptAll, RefusedOne } from '@/lib/intake/accept-all';
import type { Accepted } from '@/lib/intake/accepted';
import { checkMessage } from '@/lib/intake/check-message';
import { MessageInput } from '@/lib/messages/schema';
import type { Draft } from './draft';

/** All of them or none. @throws AppError, in their names */
export async function acceptDrafts(
  ctx: Context,
  drafts: Draft[],
  key = drafts[0]!.idempotencyKey,
): Promise<Accepted[]> {
  const inputs = drafts.map(parseDraft);
  try {
    return await acceptAll(ctx, inputs, key);
  } catch (error) {
    throw error instanceof RefusedOne ? retold(drafts[error.index]!, error.cause) : error;
  }
}

/** Each by itself: what became of it, or why it was refused. */
export async function acceptEach(
  ctx: Context,
  drafts: (Draft | AppError)[],
  keyOf: (draft: Draft, index: number) => string | undefined = ({ idempotencyKey }) => idempotencyKey,
): Promise<(Accepted | AppError)[]> {
  const accepted = await Promise.all(
    drafts.map(async (draft, index) => {
      if (draft instanceof AppError) return draft;
      try {
        return await acceptMessage(ctx, parseDraft(draft), keyOf(draft, index));
      } catch (error) {
        const told = retold(draft, error);
        return told instanceof AppError ? told : toAppError(told, ctx.requestId);
      }
    }),
  );
  const errors = accepted.filter((one) => one instanceof AppError);
  // Nothing was taken and all of it can be sent again: that is an answer for the whole request.
  if (errors.length === accepted.length && errors.every(({ status }) => status >= 500)) throw errors[0];
  return accepted;
}

/** Whether they would be accepted; nothing is stored. @throws AppError, in their names */
export async function checkDrafts(ctx: Context, drafts: Draft[]): Promise<void> {
  for (const draft of drafts) {
    const input = parseDraft(draft);
    await checkMessage(ctx, input).catch((error: unknown) => {
      throw retold(draft, error);
    });
  }
}

function parseDraft(draft: Draft): ParsedMessage {
  const parsed = MessageInput.safeParse(draft.input, { reportInput: true });
  if (!parsed.success) throw draft.retell(fromZodError(parsed.error));
  return draft.raw ? { ...parsed.data, raw: draft.raw } : parsed.data;
}

function retold(draft: Draft, error: unknown): unknown {
  return error instanceof AppError ? draft.retell(error) : error;
}
