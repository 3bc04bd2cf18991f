import { isOpen } from '@/lib/channels/open-recipient';
import { findChannel } from '@/lib/channels/registry';
import { DRILL_TAG } from '@/lib/outages/modes';
import type { RoutingMessage } from '@/lib/routing/types';
import type { ClaimedMessage } from './claim';

/** What routing needs to know of a message. */
export function toRoutingMessage(message: ClaimedMessage, pinnedProviderId: string | null): RoutingMessage {
  const { id, channel, category, companyId, priority, sender, providerIds, test, tags } = message;
  const { address, needsSender = true } = findChannel(channel) ?? {};
  const groupOf = address?.groupOf;
  const open = message.recipients.filter(isOpen);
  return {
    channel,
    category,
    companyId,
    priority,
    senderNames: senderNamesOf(message),
    hasSender: sender !== null || !needsSender,
    recipientDomains: groupOf ? [...new Set(open.map((recipient) => groupOf(recipient.address)))] : [],
    cargo: {
      ...message.cargo,
      sizeBytes: message.sizeBytes,
      recipients: open.length,
      labels: { tags: message.tags, metadata: message.metadata ?? {} },
    },
    providerIds,
    pinnedProviderId,
    ...(test ? { kind: 'test' } : tags.includes(DRILL_TAG) && { kind: 'drill' }),
    seed: id,
  };
}

/** What a rule may name the sender by: the address, its domain as in DNS. */
export function senderNamesOf({ channel, sender }: Pick<ClaimedMessage, 'channel' | 'sender'>): string[] {
  const { address } = findChannel(channel) ?? {};
  if (sender === null) return [];
  if (!address) return [sender];
  return address.groupOf ? [address.toCompare(sender), address.groupOf(sender)] : [address.toCompare(sender)];
}
