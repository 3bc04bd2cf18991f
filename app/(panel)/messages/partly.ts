import type { Partly } from '@/lib/messages/outcome';
import type { MessageRow } from '@/lib/messages/view-schema';

type AtRest = { status: 'sent' | 'delivered' | 'captured'; partly: Partly };

/** It came to rest, and some did not get it. */
export function isPartlyAtRest<M extends Pick<MessageRow, 'status' | 'partly'>>(
  message: M,
): message is M & AtRest {
  const { status, partly } = message;
  return partly !== null && (status === 'sent' || status === 'delivered' || status === 'captured');
}
