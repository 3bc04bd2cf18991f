import { hookUrl, isReachable } from '../../hooks/public-address';

/** Where a gateway is to tell what became of a message; empty: it cannot reach this system, or nothing would prove that it is the gateway. */
export function reportUrl(
  providerId: string,
  { token, messageId }: { token: string | undefined; messageId: string },
): string {
  const url = hookUrl(providerId);
  if (!token || !isReachable(url)) return '';
  return `${url}?${new URLSearchParams({ token, message: messageId })}`;
}
