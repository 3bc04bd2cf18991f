import type { ParsedMessage } from '@/lib/channels/message-fields';
import type { Context } from '@/lib/context';
import { sha256 } from '@/lib/crypto/compare';
import { requireRoom } from '@/lib/disk/room';
import { AppError } from '@/lib/errors';
import { acceptMessage } from './accept';
import type { Accepted } from './accepted';
import { digest } from './bind';
import { findFirstAnswer } from './first-answer';
import { ownerOf } from './owner';
import { type PreparedAttachment, prepareFiles } from './prepare-files';
import { answerStored, readyMessage } from './ready';
import { type Idempotency, type StoreInput, storeAtOnce } from './store';

/** Of all bodies together: they go in one statement. */
export const MOST_TEXT = 48 * 1024 * 1024;

export function tooMuchText(): AppError {
  return new AppError('payload_too_large', 'The texts of all messages together are larger than 48 MB.');
}

/** Which of several it was that is wrong: none of them was stored. */
export class RefusedOne extends Error {
  constructor(
    readonly index: number,
    override readonly cause: unknown,
  ) {
    super('one of several messages was refused');
  }
}

/**
 * The different messages of one request: all of them in one commit, or none. A key stands for all of them, with what all of them say.
 * @throws RefusedOne, AppError payload_too_large, idempotency_conflict, insufficient_storage
 */
export async function acceptAll(
  ctx: Context,
  inputs: ParsedMessage[],
  idempotencyKey?: string,
): Promise<Accepted[]> {
  if (inputs.length === 1) return [await naming(0, () => acceptMessage(ctx, inputs[0]!, idempotencyKey))];
  const text = inputs.reduce(
    (sum, { html, text: plain }) => sum + (html?.length ?? 0) + (plain?.length ?? 0),
    0,
  );
  if (text > MOST_TEXT) throw tooMuchText();
  const files = await filesOf(inputs);
  const keys = idempotencyKey ? await keysFor(ctx, idempotencyKey, { inputs, files }) : undefined;
  const first = keys && (await findFirst(ctx, keys));
  if (first) return first;
  await requireRoom(ctx);
  const ready: StoreInput[] = [];
  for (const [index, input] of inputs.entries()) {
    const message = await naming(index, () => readyMessage(ctx, input, files[index]!));
    const dedupe = input.dedupe && { ...input.dedupe, owner: ownerOf(ctx) };
    ready.push({ message, idempotency: keys?.[index], dedupe });
  }
  const stored = await storeAtOnce(ready);
  return Promise.all(ready.map((each, index) => answerStored(ctx, each, stored[index]!)));
}

async function naming<T>(index: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new RefusedOne(index, error);
  }
}

/** Mostly all of them have the same: that is read once. */
async function filesOf(inputs: ParsedMessage[]): Promise<PreparedAttachment[][]> {
  const known = new Map<unknown, PreparedAttachment>();
  const all: PreparedAttachment[][] = [];
  for (const [index, input] of inputs.entries()) {
    const { attachments = [] } = input;
    const own: PreparedAttachment[] = [];
    for (const one of attachments) {
      const same = known.get(one.content);
      const { filename, contentType = null, contentId = null } = one;
      if (same) own.push({ ...same, filename, contentType, contentId });
      else {
        const [read] = await naming(index, () => prepareFiles({ ...input, attachments: [one] }));
        known.set(one.content, read!);
        own.push(read!);
      }
    }
    all.push(own);
  }
  return all;
}

type Request = { inputs: ParsedMessage[]; files: PreparedAttachment[][] };

async function keysFor(ctx: Context, key: string, { inputs, files }: Request): Promise<Idempotency[]> {
  const digests: string[] = [];
  for (const [index, input] of inputs.entries()) digests.push(await digest(input, files[index]!));
  const bodyHash = sha256(JSON.stringify(digests));
  const owner = ownerOf(ctx);
  return inputs.map((_, index) => ({
    owner,
    route: 'messages',
    key: index === 0 ? key : `${key} ${index}`,
    bodyHash,
  }));
}

async function findFirst(ctx: Context, keys: Idempotency[]): Promise<Accepted[] | null> {
  const found = await Promise.all(keys.map((key) => findFirstAnswer(ctx, key)));
  const known = found.filter((one) => one !== null);
  return known.length === keys.length ? known : null;
}
