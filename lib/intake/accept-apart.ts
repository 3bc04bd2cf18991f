import type { ParsedMessage } from '@/lib/channels/message-fields';
import type { Context } from '@/lib/context';
import { requireRoom } from '@/lib/disk/room';
import { AppError, type FieldError } from '@/lib/errors';
import type { Accepted } from './accepted';
import { findFirstAnswer } from './first-answer';
import { ownerOf } from './owner';
import type { PreparedAttachment } from './prepare-files';
import { answerStored, readyMessage } from './ready';
import { type Idempotency, type StoreInput, storeMessages } from './store';

type Around = { files: PreparedAttachment[]; idempotency: Idempotency | undefined };

/**
 * A request for several on a channel whose messages have one recipient: all of its messages or none. Each has a key of its own, so that
 * the same request names the same messages again. @throws AppError validation_failed, with every recipient that is wrong
 */
export async function acceptApart(
  ctx: Context,
  inputs: ParsedMessage[],
  { files, idempotency }: Around,
): Promise<Accepted> {
  const keys = inputs.map((input, index) => ({
    idempotency: idempotency && ownKey(idempotency, index),
    // One for each of them: else the second would be taken for the first again.
    dedupe: input.dedupe && { ...input.dedupe, key: `${input.dedupe.key} ${index}`, owner: ownerOf(ctx) },
  }));
  // Before anything is stored: another body under this key is refused whole.
  const first = await findFirst(ctx, keys);
  if (first) return first;
  await requireRoom(ctx);
  const readied = await Promise.allSettled(inputs.map((input) => readyMessage(ctx, input, files)));
  throwRefused(readied);
  const ready = readied.flatMap((each, index): StoreInput[] =>
    each.status === 'fulfilled' ? [{ message: each.value, ...keys[index] }] : [],
  );
  const stored = await storeMessages(ready);
  return together(await Promise.all(ready.map((each, index) => answerStored(ctx, each, stored[index]!))));
}

type Keys = Pick<StoreInput, 'idempotency' | 'dedupe'>;

async function findFirst(ctx: Context, keys: Keys[]): Promise<Accepted | null> {
  const found = await Promise.all(
    keys.map(({ idempotency, dedupe }) => idempotency && findFirstAnswer(ctx, idempotency, dedupe)),
  );
  const known = found.filter((each) => each !== undefined && each !== null);
  return known.length === keys.length ? together(known) : null;
}

function ownKey(idempotency: Idempotency, index: number): Idempotency {
  return index === 0 ? idempotency : { ...idempotency, key: `${idempotency.key} ${index}` };
}

function together(accepted: Accepted[]): Accepted {
  return { ...accepted[0]!, ids: accepted.map(({ id }) => id) };
}

/** What is wrong with a number is told of its place in the list. */
function throwRefused(readied: PromiseSettledResult<unknown>[]): void {
  const errors: FieldError[] = [];
  for (const [index, each] of readied.entries()) {
    if (each.status === 'fulfilled') continue;
    const error: unknown = each.reason;
    if (!(error instanceof AppError) || !error.errors) throw error;
    if (error.errors.some(({ path }) => path !== 'to')) throw error;
    errors.push(...error.errors.map((wrong) => ({ ...wrong, path: `to.${index}` })));
  }
  const [first] = errors;
  if (first) throw new AppError('validation_failed', `${first.path}: ${first.message}`, { errors });
}
