import type { StoredOutcome } from '@/drizzle/schema/attempts';

/** Which part of an SMTP conversation a reply ended; `auth` and before it `session` speak of us, never of a recipient. */
export const STAGES = ['session', 'auth', 'sender', 'recipient', 'data'] as const;
export type Stage = (typeof STAGES)[number];

/** What a refusal means for the message and for its provider: the part of an outcome that is judged, not told. */
export type Meaning = Pick<StoredOutcome, 'permanent' | 'quota' | 'pace' | 'retryAfterMs'> & {
  fault: NonNullable<StoredOutcome['fault']>;
};

/** The family of a refusal, in one word. */
export const REPLY_CAUSES = [
  'auth',
  'no_tls',
  'relay',
  'sender',
  'account',
  'blocklist',
  'authentication_of_domain',
  'reverse_dns',
  'helo',
  'policy',
  'connections',
  'rate',
  'busy',
  'quota',
  'greylisted',
  'too_many_recipients',
  'size',
  'characters',
  'attachment',
  'virus',
  'spam',
  'malformed',
  'mailbox_full',
  'mailbox_disabled',
  'recipient_rate',
  'user_unknown',
  'domain_unknown',
  'loop',
  'unavailable',
  'unclear',
] as const;
export type ReplyCause = (typeof REPLY_CAUSES)[number];
