import { z } from 'zod';
import { shortText } from '@/lib/validation';

export const MAX_CHECKED = 1000;

/** `POST /api/v1/addresses/check`: addresses as they were typed; one that is none is an answer, not a fault of the request. */
export const AddressCheckInput = z.strictObject({
  addresses: z.array(shortText(600)).min(1).max(MAX_CHECKED),
});

/**
 * `wrong`: mail to it cannot arrive. `doubtful`: it can, but likely not to whom it is meant. `unknown`: DNS did not answer, which says
 * nothing of the address.
 */
export const VERDICTS = ['fine', 'doubtful', 'wrong', 'unknown'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why, and what that makes of an address; the gravest counts. Codes are stable. */
export const REASONS = {
  /** RFC 5321, RFC 6531. */
  syntax: 'wrong',
  /** DNS knows no such name. */
  no_domain: 'wrong',
  /** Neither a mail server nor an address (RFC 5321, 5.1). */
  no_mail_server: 'wrong',
  /** It says that it takes no mail (RFC 7505). */
  null_mx: 'wrong',
  /** Names for examples and tests, which belong to nobody (RFC 2606). */
  reserved: 'wrong',
  /** A letter away from one of the large mail services. */
  typo: 'doubtful',
  /** Only an address: mail may go there, but few mail systems are set up so. */
  no_mx: 'doubtful',
  /** A mailbox for some minutes. */
  disposable: 'doubtful',
  /** A desk rather than a person. */
  role: 'doubtful',
  dns_failed: 'unknown',
} as const satisfies Record<string, Verdict>;
export type AddressReason = keyof typeof REASONS;
export const ADDRESS_REASONS = Object.keys(REASONS) as AddressReason[];

export type AddressCheck = {
  /** As it was given. */
  address: string;
  verdict: Verdict;
  /** The gravest first. */
  reasons: AddressReason[];
  /** The address that was meant, perhaps: for a person to decide. */
  suggestion: string | null;
};
