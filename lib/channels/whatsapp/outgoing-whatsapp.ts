import type { Outgoing, OutgoingAttachment } from '@/lib/channels/outgoing';
import type { WhatsAppTemplate } from './schema';

/** A message by WhatsApp as an adapter takes it: to one number. */
export type OutgoingWhatsApp = Outgoing & {
  /** E.164. */
  to: string;
  /** Of a document or picture, its caption. */
  text?: string;
  /** What goes where nobody has written within 24 hours, or where there is nothing else. */
  template?: WhatsAppTemplate;
  /** The approved one that stands for the template of ours it was made with, by the provider's id. */
  bound?: Record<string, WhatsAppTemplate>;
  file?: OutgoingAttachment;
};
