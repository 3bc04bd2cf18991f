import type { StoredOutcome } from '@/drizzle/schema/attempts';
import type { RecipientStatus, StoredRecipient } from '@/drizzle/schema/messages';
import type { SendResult } from '@/lib/channels/results';
import { toWireOf } from '@/lib/channels/wire-address';

/** Writes what a provider said of each recipient into the list. */
export function applyOutcomes(recipients: StoredRecipient[], outcomes: StoredOutcome[]): StoredRecipient[] {
  return recipients.map((recipient) => {
    const outcome = outcomes.find((candidate) => candidate.address === recipient.address);
    if (!outcome) return recipient;
    const { code, reply, misfits, providerMessageId, played } = outcome;
    const status = statusAfter(recipient, outcome);
    return {
      ...recipient,
      status,
      code,
      reply,
      misfits,
      providerMessageId,
      played: status === 'waiting' ? undefined : played,
    };
  });
}

/** That this try was refused does not tell what became of an earlier one: who may have it still may. */
function statusAfter({ status }: StoredRecipient, outcome: StoredOutcome): RecipientStatus {
  const next = statusOf(outcome);
  return status === 'unknown' && next === 'waiting' ? 'unknown' : next;
}

/** An adapter names addresses as they went over the wire; what is stored is named as it was given. */
export function toStored(
  result: SendResult,
  { channel, recipients }: { channel: string; recipients: StoredRecipient[] },
): SendResult {
  const toWire = toWireOf(channel);
  const given = Map.groupBy(recipients, ({ address }) => toWire(address));
  const outcomes = result.outcomes.flatMap((outcome) =>
    (given.get(outcome.address) ?? [{ address: outcome.address }]).map(({ address }) => ({
      ...outcome,
      address,
    })),
  );
  return { ...result, outcomes };
}

/** A provider's fault says nothing about the recipient, who keeps waiting. */
export function statusOf(outcome: StoredOutcome): RecipientStatus {
  if (outcome.outcome !== 'refused') return outcome.outcome;
  if (outcome.fault === 'content') return 'failed';
  return outcome.fault === 'recipient' && outcome.permanent ? 'bounced' : 'waiting';
}
