export type Address = { email: string; name?: string };

export type OutgoingAttachment = {
  filename: string;
  contentType: string;
  /** Nobody named a type: it was told from the file name. */
  typeGuessed?: boolean;
  contentId?: string;
  content: Buffer;
};

/**
 * A message ready for a provider: validated, rendered, with every address and byte it needs. In the form of the wire: domains as `xn--…`, the
 * values of headers in ASCII, neither folded nor to be encoded again.
 */
export type OutgoingMessage = {
  id: string;
  /** How often a person sent it again; with the id it makes a key that only a repetition by Relevo itself shares. */
  resendCount: number;
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
  /** For the provider's own figures and events; no recipient sees them. */
  tags: string[];
  metadata: Record<string, string>;
  /** Who still waits for this message: the envelope. A part of to, cc and bcc on a retry. */
  recipients: string[];
};
