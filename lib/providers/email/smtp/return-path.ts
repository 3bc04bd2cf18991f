import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';

/**
 * The sender of the envelope, to whom a server writes that it could not deliver. With an address for bounces each message has one of its own
 * (VERP: https://www.postfix.org/VERP_README.html), by which `lib/bounces` finds it whatever the server sends back.
 */
export function returnPathOf(
  bounceAddress: string | undefined,
  { id, from }: Pick<OutgoingMessage, 'id' | 'from'>,
): string {
  if (!bounceAddress) return from.email;
  const at = bounceAddress.lastIndexOf('@');
  return `${bounceAddress.slice(0, at)}+${id}${bounceAddress.slice(at)}`;
}
