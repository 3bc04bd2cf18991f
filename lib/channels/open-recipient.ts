import type { RecipientStatus, StoredRecipient } from '@/drizzle/schema/messages';

/** A provider has taken the message for them, and nobody has told that it did not arrive. */
export const SERVED: RecipientStatus[] = ['accepted', 'delivered', 'complained'];

export function isServed({ status }: StoredRecipient): boolean {
  return SERVED.includes(status);
}

/** Who still waits for the message, as far as is known. */
export function isOpen(recipient: StoredRecipient): boolean {
  return recipient.status === 'waiting' || recipient.status === 'unknown';
}
