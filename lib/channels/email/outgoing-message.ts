import type { Outgoing, OutgoingAttachment } from '@/lib/channels/outgoing';

export type Address = { email: string; name?: string };

/**
 * A message ready for a provider: validated, rendered, with every address and byte it needs. In the form of the wire: domains as `xn--…`, the
 * values of headers in ASCII, neither folded nor to be encoded again.
 */
export type OutgoingMessage = Outgoing & {
  /** Stable over retries and providers, so that a receiver can recognise a second copy. */
  messageIdHeader: string;
  from: Address;
  to: Address[];
  cc: Address[];
  /** Blind copies: envelope only, never in a header. */
  bcc: Address[];
  replyTo: Address[];
  subject: string;
  html?: string;
  text?: string;
  headers: Record<string, string>;
  attachments: OutgoingAttachment[];
  /** What the provider fills in by itself, instead of bodies; then the subject may be empty. */
  ownTemplate?: { id: string; variables: Record<string, unknown> };
  /** The mail as its program wrote it: goes as it is, by who takes one. */
  raw?: Buffer;
};
