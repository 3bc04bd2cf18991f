import { messageIdHeader } from '@/lib/channels/email/to-outgoing';
import { readMailbox } from '@/lib/text/address';

/** As it will stand in the mail, where an API answers that: events and replies name it so. Without a sender the one of a provider stands for it. */
export function messageIdOf(id: string, from: string | undefined): string {
  return messageIdHeader(id, (from && readMailbox(from)?.email) || 'relevo');
}
