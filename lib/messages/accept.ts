import type { Context } from '@/lib/context';
import { safeEqual, sha256 } from '@/lib/crypto/compare';
import { sql } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { cachedProviders } from '@/lib/providers/cache';
import { type PreparedMessage, prepareMessage } from './prepare';
import type { ParsedMessage, Status } from './schema';
import { type Idempotency, storeMessage } from './store';

export type Accepted = {
  id: string;
  status: Status;
  /** The id and the present status are those of an earlier message with the same de-duplication key; nothing new was stored. */
  deduplicated?: true;
  /** An answer given before, to the same idempotency key. */
  replayed?: true;
};

/**
 * Takes responsibility for a message: when this resolves it is committed together with the job that will send it.
 * The same `idempotencyKey` with the same body answers the first answer again, for 24 hours; the same `dedupe.key`, with any body,
 * names the first message for as many hours as that one asked.
 * @throws AppError validation_failed, payload_too_large, idempotency_conflict
 */
export async function acceptMessage(
  ctx: Context,
  input: ParsedMessage,
  idempotencyKey?: string,
): Promise<Accepted> {
  const idempotency = idempotencyKey ? bind(ctx, idempotencyKey, input) : undefined;
  let message: PreparedMessage;
  try {
    message = prepareMessage(ctx, input, await cachedProviders());
  } catch (error) {
    // What was fine the first time may not be now: its hour has passed, its provider is gone.
    const first = idempotency && (await findFirstAnswer(idempotency));
    if (first) return first;
    throw error;
  }
  const dedupe = input.dedupe && { ...input.dedupe, owner: ownerOf(ctx) };
  const { stored, duplicateOf } = await storeMessage({ message, idempotency, dedupe });
  if (duplicateOf) return answerDuplicate(ctx, duplicateOf, message.id, idempotency);
  if (!stored && idempotency) return firstAnswer(idempotency);
  return { id: message.id, status: message.status };
}

/** A key belongs to its holder and is bound to the meaning of the body, not to its spelling. */
function bind(ctx: Context, key: string, input: ParsedMessage): Idempotency {
  return { owner: ownerOf(ctx), route: 'messages', key, bodyHash: sha256(JSON.stringify(input)) };
}

function ownerOf({ actor }: Context): string {
  return `${actor.type}:${actor.id ?? actor.label}`;
}

async function answerDuplicate(
  ctx: Context,
  firstId: string,
  id: string,
  idempotency?: Idempotency,
): Promise<Accepted> {
  const answer: Accepted = { id: firstId, status: await noteDuplicate(ctx, firstId), deduplicated: true };
  // Its idempotency key was taken for a message that came to nothing: from now on it answers this.
  if (idempotency)
    await sql()`
      update idempotency_keys set message_id = ${firstId}, response = ${sql().json(answer)}
      where owner = ${idempotency.owner} and route = ${idempotency.route} and key = ${idempotency.key} and message_id = ${id}`;
  return answer;
}

/** @returns where the message stands; it may be forgotten before its key is: then what was answered at first */
async function noteDuplicate(ctx: Context, id: string): Promise<Status> {
  const [row] = await sql()<{ status: Status }[]>`
    with first as (select id, status from messages where id = ${id}),
    noted as (
      insert into events (id, message_id, type, at, detail)
      select ${newId()}, id, 'duplicate', now(), ${sql().json({ by: ctx.actor.label })} from first
    )
    select status from first`;
  return row?.status ?? 'queued';
}

async function firstAnswer(idempotency: Idempotency): Promise<Accepted> {
  const answer = await findFirstAnswer(idempotency);
  if (!answer) throw new AppError('idempotency_in_progress', 'Send the request again in a moment.');
  return answer;
}

async function findFirstAnswer({ owner, route, key, bodyHash }: Idempotency): Promise<Accepted | null> {
  const [row] = await sql()<{ body_hash: Buffer; response: Accepted }[]>`
    select body_hash, response from idempotency_keys
    where owner = ${owner} and route = ${route} and key = ${key} and created_at >= now() - interval '24 hours'`;
  if (!row) return null;
  if (!safeEqual(row.body_hash, bodyHash))
    throw new AppError(
      'idempotency_conflict',
      'This Idempotency-Key was used for another message. Use a new key for each message.',
    );
  return { ...row.response, replayed: true };
}
