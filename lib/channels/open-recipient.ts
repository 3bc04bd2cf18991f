import type { StoredRecipient } from '@/drizzle/schema/messages';

/** Who still waits for the message, as far as is known. */
export function isOpen(recipient: StoredRecipient): boolean {
  return recipient.status === 'waiting' || recipient.status === 'unknown';
}
