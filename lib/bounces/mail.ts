import type { Field } from './fields';

/** What a mail is made of, as far as a bounce is read from it. */
export type Mail = {
  /** Decoded. */
  subject: string;
  /** Unfolded; names in lower case. */
  fields: Field[];
  /** All that is there for people to read, HTML as text. */
  text: string;
  /** Reports and returned messages, in their order. */
  parts: MailPart[];
  /** What may be a report of DMARC or TLS. */
  files: { name: string; bytes: Uint8Array }[];
};

/** `type`: such as `message/delivery-status`. */
export type MailPart = { type: string; text: string };
