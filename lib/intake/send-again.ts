import type { StoredRecipient } from '@/drizzle/schema/messages';
import { isServed } from '@/lib/channels/open-recipient';
import { findChannel } from '@/lib/channels/registry';
import { scopedSql } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { sha256 } from '@/lib/crypto/compare';
import { sql } from '@/lib/database/db';
import { AppError, invalid, notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { contentGone, resendMessage } from '@/lib/messages/resend';
import type { ResendOneInput } from '@/lib/messages/schema';
import type { Status } from '@/lib/messages/status';
import { cachedProviders } from '@/lib/providers/cache';
import { refusal } from '@/lib/refusals';
import type { Accepted } from './accepted';
import { findFirstAnswer } from './first-answer';
import { type Original, storeFollowUp } from './follow-up';
import { ownerOf } from './owner';
import { checkFrom, providersFor } from './token-bounds';

type Answer = Pick<Accepted, 'id' | 'status'> & {
  /** The message that the new one follows from. */
  follows?: string;
};

/**
 * One message once more: to those who did not get it (`anyway`: also to who is on the list of suppressions); or, as a message of its own that follows from it, to corrected addresses and nobody else
 * (`correct`), or to all who have it already (`again`). A correction is made once, however often it is asked for; for `again` an
 * idempotency key says what is the same request. @throws AppError not_found, not_resendable, validation_failed, idempotency_conflict, forbidden
 */
export async function sendAgain(
  ctx: Context,
  { id, correct, again, anyway }: ResendOneInput & { id: string },
  idempotencyKey?: string,
): Promise<Answer> {
  if (!correct && !again) return resendMessage(ctx, { id, anyway });
  if (!isUuid(id)) throw notFound('message', id);
  const idempotency = idempotencyKey && {
    owner: ownerOf(ctx),
    route: 'messages/resend',
    key: idempotencyKey,
    bodyHash: sha256(JSON.stringify({ id, correct, again })),
  };
  const first = idempotency && (await findFirstAnswer(ctx, idempotency));
  if (first) return { id: first.id, status: first.status, follows: id };
  const original = await readOriginal(ctx, id);
  const known = correct && findCorrected(original, correct);
  if (known) return { id: known, status: 'queued', follows: id };
  const recipients = correct ? corrected(original, correct) : all(original);
  const providerIds = await withinToken(ctx, original);
  const stored = await storeFollowUp(ctx, {
    original,
    recipients,
    correct,
    providerIds,
    idempotency: idempotency || undefined,
  });
  if (stored) return { id: stored, status: 'queued', follows: id };
  // Somebody else was quicker, with the same or with another address.
  const meanwhile = correct && findCorrected(await readOriginal(ctx, id), correct);
  const answered = idempotency && (await findFirstAnswer(ctx, idempotency));
  const winner = meanwhile ?? (answered || undefined)?.id;
  if (winner) return { id: winner, status: 'queued', follows: id };
  throw notNow(original.status);
}

/** It is a message that this token makes: within all that holds for those it hands in. @returns by whom it may go */
async function withinToken({ actor }: Context, { sender, providerIds }: Original): Promise<string[] | null> {
  if (actor.type === 'token' && !actor.scopes.includes('messages:send'))
    throw new AppError('forbidden', 'The token lacks the scope messages:send, which another message needs.');
  checkFrom(actor, sender ?? undefined);
  return providersFor(actor, providerIds, await cachedProviders());
}

async function readOriginal(ctx: Context, id: string): Promise<Original> {
  const [row] = await sql()<(Original & { isOwn: boolean; erased: boolean })[]>`
    select id, channel, category, tags, accepted_by_type = 'job' as "isOwn", erased_at is not null as erased, subject, recipients, sender, provider_ids as "providerIds",
      case when claimed_until > now() and due_at is not null then 'sending' else status end as status
    from messages where id = ${id} and ${scopedSql(ctx)}`;
  if (!row) throw notFound('message', id);
  if (row.erased) throw contentGone();
  // Its links are for one person alone, at one address.
  if (row.isOwn)
    throw new AppError('not_resendable', 'What Relevo itself wrote to a person goes to nobody else.');
  return row;
}

/** The message that the same correction made already; undefined: none was made. */
function findCorrected({ recipients }: Original, correct: Record<string, string>): string | undefined {
  const made = Object.entries(correct).map(([from, to]) => {
    const { corrected } = recipients.find(({ address }) => address === from) ?? {};
    return corrected?.address === to ? corrected.messageId : undefined;
  });
  return made.every((id) => id === made[0]) ? made[0] : undefined;
}

/** Only who was refused can have another address, one that is none of the others'. */
function corrected(original: Original, correct: Record<string, string>): StoredRecipient[] {
  const address = findChannel(original.channel)?.address;
  if (!address) throw notNow(original.status);
  const known = new Set(original.recipients.map((each) => address.toCompare(each.address)));
  return Object.entries(correct).map(([from, to]) => {
    const path = `correct.${from}`;
    const recipient = original.recipients.find((each) => each.address === from);
    if (!recipient || !REFUSED.includes(recipient.status)) throw invalid(path, 'not_refused');
    if (recipient.corrected)
      throw new AppError(
        'not_resendable',
        `It was sent to ${recipient.corrected.address} instead already.`,
        refusal('corrected_already', { address: recipient.corrected.address }),
      );
    const parsed = address.schema.safeParse(to);
    if (!parsed.success) throw invalid(path, original.channel === 'email' ? 'email' : 'wrong_format');
    if (known.has(address.toCompare(to))) throw invalid(path, 'already_recipient');
    known.add(address.toCompare(to));
    return { kind: 'to', address: parsed.data, name: recipient.name, status: 'waiting' };
  });
}

const REFUSED: StoredRecipient['status'][] = ['bounced', 'failed', 'suppressed'];

/** Whoever was refused is not asked once more by the way. */
function all({ recipients, status }: Original): StoredRecipient[] {
  if (status !== 'sent' && status !== 'delivered') throw notNow(status);
  return recipients
    .filter(isServed)
    .map(({ kind, address, name }) => ({ kind, address, name, status: 'waiting' }));
}

function notNow(status: Status): AppError {
  return new AppError('not_resendable', `The message is ${status}; it cannot be sent so now.`);
}
