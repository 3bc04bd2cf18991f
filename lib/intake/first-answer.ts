import type { Context } from '@/lib/context';
import { safeEqual } from '@/lib/crypto/compare';
import { sql } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import type { Accepted } from './accepted';
import { answerDuplicate } from './deduplicate';
import type { Dedupe, Idempotency } from './store';

/** @throws AppError idempotency_conflict, idempotency_in_progress */
export async function firstAnswer(
  ctx: Context,
  idempotency: Idempotency,
  dedupe?: Dedupe,
): Promise<Accepted> {
  const answer = await findFirstAnswer(ctx, idempotency, dedupe);
  if (!answer) throw new AppError('idempotency_in_progress', 'Send the request again in a moment.');
  return answer;
}

/**
 * What the key was answered at first, in the last 24 hours. A request that turned out to repeat another's message stores so only after its
 * key: where its process died in between, or has not got so far, the key names a message that never was, and whose it is says the holder
 * of the de-duplication key (the body is the same, so this is too). @throws AppError idempotency_conflict
 */
export async function findFirstAnswer(
  ctx: Context,
  idempotency: Idempotency,
  dedupe?: Dedupe,
): Promise<Accepted | null> {
  const { owner, route, key, bodyHash } = idempotency;
  const [row] = await sql()<Found[]>`
    select k.body_hash as "bodyHash", k.message_id as "messageId", k.response, d.message_id as "holderId",
      exists (select from messages where id = k.message_id) as stored
    from idempotency_keys k
    left join dedupe_keys d on d.owner = k.owner and d.key = ${dedupe?.key ?? null}
    where k.owner = ${owner} and k.route = ${route} and k.key = ${key} and k.created_at >= now() - interval '24 hours'`;
  if (!row) return null;
  if (!safeEqual(row.bodyHash, bodyHash))
    throw new AppError(
      'idempotency_conflict',
      'This Idempotency-Key was used for another message. Use a new key for each message.',
    );
  const { messageId, response, holderId, stored } = row;
  const unanswered = !stored && !response.deduplicated && holderId !== null && holderId !== messageId;
  const answer = unanswered ? await answerDuplicate(ctx, holderId, messageId, idempotency) : response;
  return { ...answer, replayed: true };
}

type Found = {
  bodyHash: Buffer;
  messageId: string;
  response: Accepted;
  holderId: string | null;
  stored: boolean;
};
