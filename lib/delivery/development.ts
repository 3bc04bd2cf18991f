import type { StoredOutcome } from '@/drizzle/schema/attempts';
import type { StoredRecipient } from '@/drizzle/schema/messages';
import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import { isOpen } from '@/lib/channels/open-recipient';
import type { Outgoing } from '@/lib/channels/outgoing';
import { findChannel } from '@/lib/channels/registry';
import type { SendResult } from '@/lib/channels/results';
import { toWireOf } from '@/lib/channels/wire-address';
import { ensureTestSandbox } from '@/lib/intake/test-sandbox';
import type { DeliverySettings } from '@/lib/settings/schema';
import type { ClaimedMessage } from './claim';

type Development = DeliverySettings['development'];
type Message = { channel: string; recipients: StoredRecipient[]; test: boolean };

/** Somebody is among the recipients who is not on the list of development mode. */
function isForOthers({ channel, recipients }: Message, { enabled, onlyTo }: Development): boolean {
  if (!enabled) return false;
  const { address } = findChannel(channel) ?? {};
  const inForm = (text: string) => address?.toCompare(text) ?? text;
  const allowed = new Set(
    onlyTo.map((entry) => (entry.startsWith('@') ? entry.toLowerCase() : inForm(entry))),
  );
  return recipients
    .filter(isOpen)
    .some(
      (recipient) =>
        !allowed.has(inForm(recipient.address)) &&
        !allowed.has(`@${address?.groupOf?.(recipient.address) ?? ''}`),
    );
}

/** Who gets this mail instead of its recipients; null: they get it themselves. */
export function redirectOf(message: Message, development: Development): string | null {
  if (message.channel !== 'email' || message.test || development.redirectTo === null) return null;
  return isForOthers(message, development) ? development.redirectTo : null;
}

/** What may go to nobody, and to no other address either, is for sandboxes only, whoever is named to carry it; there always is one. */
export async function keepFromOthers(claimed: ClaimedMessage[], development: Development): Promise<void> {
  const kept = claimed.filter(
    (message) =>
      !message.test && isForOthers(message, development) && redirectOf(message, development) === null,
  );
  for (const message of kept) Object.assign(message, { test: true, providerIds: null });
  const homes = new Map(
    kept.map(({ channel, companyId }) => [`${channel} ${companyId}`, { channel, companyId }]),
  );
  for (const { channel, companyId } of homes.values()) await ensureTestSandbox(channel, companyId);
}

/** The same mail to that address, which shows for whom it was. */
export function redirected<O extends Outgoing>(outgoing: O, target: string): O {
  const email = toWireOf('email')(target);
  const [first = '', ...others] = outgoing.recipients;
  const name = others.length === 0 ? first : `${first} +${others.length}`;
  const mail = outgoing as unknown as OutgoingMessage;
  return { ...mail, recipients: [email], to: [{ email, name }], cc: [], bcc: [] } as unknown as O;
}

/** What became of it there, for each of those whom it was for. That nobody is at that address is nothing against them. */
export function outcomesForAll({ recipients }: Message, target: string, result: SendResult): SendResult {
  const outcomes = recipients.filter(isOpen).flatMap(({ address }) =>
    result.outcomes.map((outcome): StoredOutcome => {
      const fault = outcome.fault === 'recipient' ? 'content' : outcome.fault;
      return {
        ...outcome,
        address,
        fault,
        reply: `${outcome.reply ?? ''} (development mode: ${target})`.trim(),
      };
    }),
  );
  return { ...result, outcomes };
}
