import type { Meaning, ReplyCause, Stage } from './meaning';

/** What a family of refusals means. `permanent` absent: as the first digit says. */
export type Family = {
  cause: ReplyCause;
  means: Omit<Meaning, 'permanent' | 'retryAfterMs'> & { permanent?: boolean };
};

export type WordRule = {
  cause: ReplyCause;
  /** Any of them, as alternatives of one expression: words, without an operator that repeats another one. */
  says: RegExp;
  /** None of these, which speak of something else in much the same words. */
  unless?: RegExp;
  stages?: Stage[];
  /** First digit of the reply. */
  digit?: 4 | 5;
};

const PROVIDER = { fault: 'provider' } as const;
const RECIPIENT = { fault: 'recipient' } as const;

/**
 * Who must act. A receiver's refusal of our address, name or domain is the provider's: another way may be open. So is policy: it may be
 * about the content, and a second provider that is asked in vain costs less than a receipt that nobody got.
 */
export const FAMILIES: Record<ReplyCause, Family['means']> = {
  auth: PROVIDER,
  no_tls: PROVIDER,
  relay: PROVIDER,
  sender: PROVIDER,
  account: PROVIDER,
  blocklist: PROVIDER,
  authentication_of_domain: PROVIDER,
  reverse_dns: PROVIDER,
  helo: PROVIDER,
  policy: PROVIDER,
  loop: PROVIDER,
  unavailable: PROVIDER,
  unclear: PROVIDER,
  connections: { fault: 'throttled', pace: 'connections', permanent: false },
  rate: { fault: 'throttled', pace: 'rate', permanent: false },
  // It is there and answers, and has too much to do: asking it less helps, and nobody is ill.
  busy: { fault: 'throttled', pace: 'rate', permanent: false },
  quota: { fault: 'provider', quota: true },
  greylisted: { fault: 'recipient', permanent: false },
  recipient_rate: { fault: 'recipient', permanent: false },
  // The rest goes in the next transaction.
  too_many_recipients: { fault: 'recipient', permanent: false },
  size: { fault: 'cannot_carry', permanent: true },
  characters: { fault: 'cannot_carry', permanent: true },
  attachment: { fault: 'cannot_carry', permanent: true },
  virus: { fault: 'content', permanent: true },
  spam: { fault: 'content', permanent: true },
  malformed: { fault: 'content', permanent: true },
  // There may be room tomorrow, whatever the first digit says.
  mailbox_full: { fault: 'recipient', permanent: false },
  mailbox_disabled: RECIPIENT,
  user_unknown: RECIPIENT,
  domain_unknown: RECIPIENT,
};
