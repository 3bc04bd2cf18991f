import type { Outgoing, OutgoingAttachment } from '@/lib/channels/outgoing';

/** A message to one chat: a person, a group or a channel. */
export type OutgoingChat = Outgoing & {
  to: string;
  text?: string;
  file?: OutgoingAttachment;
};
