import { findChannel } from './registry';

/** As a provider is given the address, and names it in its answer. */
export function toWireOf(channel: string): (address: string) => string {
  return findChannel(channel)?.address.toWire ?? ((address) => address);
}
