import type { Outgoing } from '@/lib/channels/outgoing';

/** A text message as an adapter takes it: written as it goes out, to one number. */
export type OutgoingSms = Outgoing & {
  /** E.164. */
  to: string;
  /** A number (E.164), a short code or a name; absent: the provider's own. */
  from?: string;
  text: string;
};
