import type { Context } from '@/lib/context';
import { safeEqual, sha256 } from '@/lib/crypto/compare';
import { sql } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { cachedProviders } from '@/lib/providers/cache';
import { type PreparedMessage, prepareMessage } from './prepare';
import type { ParsedMessage } from './schema';
import { type Idempotency, storeMessage } from './store';

export type Accepted = { id: string; status: 'scheduled' | 'queued'; replayed?: boolean };

/**
 * Takes responsibility for a message: when this resolves it is committed together with the job that will send it.
 * The same `idempotencyKey` with the same body answers the first answer again, for 24 hours.
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
  const { stored } = await storeMessage({ message, idempotency });
  if (!stored && idempotency) return firstAnswer(idempotency);
  return { id: message.id, status: message.status };
}

/** A key belongs to its holder and is bound to the meaning of the body, not to its spelling. */
function bind(ctx: Context, key: string, input: ParsedMessage): Idempotency {
  const owner = `${ctx.actor.type}:${ctx.actor.id ?? ctx.actor.label}`;
  return { owner, route: 'messages', key, bodyHash: sha256(JSON.stringify(input)) };
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
