import type { StoredRecipient } from '@/drizzle/schema/messages';
import type { NewEvent } from '@/lib/events/new-event';
import type { DeliverySettings } from '@/lib/settings/schema';
import type { Routing } from './choose-provider';
import { untilDeadline } from './expiry';
import type { Decision } from './next-state';
import { type FinishedAttempt, type Settlement, settle } from './settle';

/** A claimed message on its way through the steps of a delivery. */
export type Work = Routing & {
  workerId: string;
  settings: DeliverySettings;
  /** It has its permit at a provider: whoever began the delivery need not wait any longer. */
  onAdmitted: () => void;
  /** An earlier attempt of which nobody knows whether it was accepted. */
  doubt?: Doubt;
};

export type Doubt = { providerId: string; at: Date };

type Result = {
  decision: Decision;
  recipients?: StoredRecipient[];
  attempts?: FinishedAttempt[];
  events?: NewEvent[];
  /** The provider in whose hands it was, or is expected to be. */
  providerId?: string;
  failover?: Settlement['failover'];
};

/** False: nothing is left to do here; the message is in other hands, or all of its recipients have been told of meanwhile. */
export async function finish({ message, workerId }: Work, result: Result): Promise<boolean> {
  const { decision, recipients, attempts = [], events = [], providerId = null, failover } = result;
  const stored = await settle({
    messageId: message.id,
    workerId,
    claimNo: message.claimNo,
    channel: message.channel,
    companyId: message.companyId,
    type: message.type,
    category: message.category,
    templateId: message.templateId,
    campaignId: message.campaignId,
    ...untilDeadline(decision, message),
    providerId,
    recipients: recipients ?? message.recipients,
    attempts,
    events,
    failover,
  });
  if (stored) message.recipients = stored;
  return stored !== null;
}

/** The claim stays: what comes next is tried at once. */
export function goOn({ message: { retryCount } }: Work): Decision {
  return { status: 'sending', reason: null, retryMs: null, retryCount };
}
