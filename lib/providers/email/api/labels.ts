import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import { type LabelField, pairsOf } from '@/lib/routing/labels';

/**
 * Metadata, and tags that have no field of their own, for the field that a provider has for pairs. Our own id comes first: it comes back with
 * every event, so that events find their message.
 */
export function toPairs(message: OutgoingMessage, field: LabelField): [key: string, value: string][] {
  return [['relevo_id', message.id], ...pairsOf(message, field)];
}
