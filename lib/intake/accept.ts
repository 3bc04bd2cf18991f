import type { ParsedMessage } from '@/lib/channels/message-fields';
import { getChannel } from '@/lib/channels/registry';
import type { Context } from '@/lib/context';
import { requireRoom } from '@/lib/disk/room';
import { acceptApart } from './accept-apart';
import type { Accepted } from './accepted';
import { bind } from './bind';
import { findFirstAnswer } from './first-answer';
import { ownerOf } from './owner';
import { prepareFiles } from './prepare-files';
import { answerStored, readyMessage } from './ready';
import { type StoreInput, storeMessage } from './store';

/**
 * Takes responsibility for a message: when this resolves it is committed together with the job that will send it.
 * The same `idempotencyKey` with the same body answers the first answer again, for 24 hours; the same `dedupe.key`, with any body,
 * names the first message for as many hours as that one asked.
 * @throws AppError validation_failed, payload_too_large, idempotency_conflict, insufficient_storage
 */
export async function acceptMessage(
  ctx: Context,
  input: ParsedMessage,
  idempotencyKey?: string,
): Promise<Accepted> {
  const files = await prepareFiles(input);
  const idempotency = idempotencyKey ? await bind(ctx, idempotencyKey, input, files) : undefined;
  const apart = eachApart(input);
  if (apart.length > 1) return acceptApart(ctx, apart, { files, idempotency });
  const [only = input] = apart;
  const dedupe = only.dedupe && { ...only.dedupe, owner: ownerOf(ctx) };
  let ready: StoreInput;
  try {
    await requireRoom(ctx);
    ready = { message: await readyMessage(ctx, only, files), idempotency, dedupe };
  } catch (error) {
    // What was fine the first time may not be now: its hour has passed, its provider is gone.
    const first = idempotency && (await findFirstAnswer(ctx, idempotency, dedupe));
    if (first) return first;
    throw error;
  }
  return answerStored(ctx, ready, await storeMessage(ready));
}

/** As many messages as it asks for. */
export function eachApart(input: ParsedMessage): ParsedMessage[] {
  return getChannel(input.channel).apart?.(input) ?? [input];
}

/**
 * What one mail makes, where it has more recipients than a message may: messages alike but for who gets them, all stored or none.
 * @throws AppError as `acceptMessage`
 */
export async function acceptTogether(
  ctx: Context,
  inputs: ParsedMessage[],
  idempotencyKey?: string,
): Promise<Accepted> {
  const [first] = inputs;
  if (inputs.length === 1) return acceptMessage(ctx, first!, idempotencyKey);
  const files = await prepareFiles(first!);
  const idempotency = idempotencyKey ? await bind(ctx, idempotencyKey, first!, files) : undefined;
  return acceptApart(ctx, inputs, { files, idempotency });
}
