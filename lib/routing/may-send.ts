import type { RoutingMessage, RoutingProvider } from './types';

/**
 * Whether this provider may send in the name of the message's sender: one of the names that it goes by (its address; a domain) is among those
 * that the provider is for. What names no sender goes out in the provider's own name.
 */
export function maySend(
  { senders }: Pick<RoutingProvider, 'senders'>,
  { senderNames }: Pick<RoutingMessage, 'senderNames'>,
): boolean {
  if (senders === null || senderNames.length === 0) return true;
  const names = senderNames.map((name) => name.toLowerCase());
  return senders.some((sender) => names.includes(sender.toLowerCase()));
}
