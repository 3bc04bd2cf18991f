import type { OutgoingSms } from '@/lib/channels/sms/outgoing-sms';
import { hookUrl, isReachable } from '../../hooks/public-address';

/** Where a gateway is to tell what became of a message; empty: it cannot reach this system, or nothing would prove that it is the gateway. */
export function reportUrl(
  providerId: string,
  token: string | undefined,
  { id, resendCount }: Pick<OutgoingSms, 'id' | 'resendCount'>,
): string {
  const url = hookUrl(providerId);
  if (!token || !isReachable(url)) return '';
  // What is told of a message that was sent again is no repetition of what was told before.
  const again = resendCount > 0 && { again: String(resendCount) };
  return `${url}?${new URLSearchParams({ token, message: id, ...again })}`;
}
