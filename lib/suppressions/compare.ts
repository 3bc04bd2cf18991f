import { findChannel } from '@/lib/channels/registry';

/** The form in which an address stands in the list: two that reach the same mailbox by their channel's rules are one. */
export function toCompare(channel: string, address: string): string {
  return findChannel(channel)?.address.toCompare(address) ?? address;
}
