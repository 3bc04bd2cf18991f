import type { ReplyCause, Stage } from './meaning';

export type CodeRule = {
  /** Subject and detail of the enhanced code (RFC 3463): `2.2` of 5.2.2. */
  code: RegExp;
  stages?: Stage[];
  digit?: 4 | 5;
  cause: ReplyCause;
};

/**
 * Codes that one provider or the IANA registry gave a meaning of their own, so narrow that words add nothing. Exchange Online
 * (learn.microsoft.com, "Email non-delivery reports and SMTP errors"), Gmail (support.google.com/a/answer/3726730), RFC 7372, 7505, 6710.
 */
export const NARROW_CODES: CodeRule[] = [
  { code: /^7\.(?:30|57|139)$/, cause: 'auth' },
  { code: /^7\.(?:20|21|22|23|24|26|27|29|32|40|515)$/, cause: 'authentication_of_domain' },
  { code: /^7\.25$/, cause: 'reverse_dns' },
  { code: /^(?:1\.90|7\.(?:232|233|705))$/, cause: 'quota' },
  // Gmail's "daily limit"; 4.4.5 is what it says to everybody else: congestion.
  { code: /^4\.5$/, digit: 5, cause: 'quota' },
  { code: /^2\.252$/, cause: 'sender' },
  { code: /^7\.(?:501|502|503|511|606|613|649|750|703|708)$/, cause: 'blocklist' },
  { code: /^7\.28$/, digit: 4, cause: 'rate' },
  { code: /^1\.10$/, stages: ['recipient', 'data'], cause: 'user_unknown' },
  { code: /^1\.351$/, stages: ['recipient', 'data'], cause: 'user_unknown' },
  { code: /^7\.17$/, stages: ['recipient', 'data'], cause: 'user_unknown' },
];

const AFTER_SENDER: Stage[] = ['recipient', 'data'];

/** Codes of an address or a mailbox, where the words name nobody else. */
export const CODES_OF_RECIPIENTS: CodeRule[] = [
  { code: /^1\.[789]$/, cause: 'sender' },
  { code: /^1\.2$/, stages: AFTER_SENDER, cause: 'domain_unknown' },
  { code: /^1\./, stages: AFTER_SENDER, cause: 'user_unknown' },
  { code: /^2\.1$/, stages: AFTER_SENDER, cause: 'mailbox_disabled' },
  { code: /^2\.2$/, stages: AFTER_SENDER, cause: 'mailbox_full' },
  { code: /^2\.3$/, cause: 'size' },
  { code: /^2\./, stages: AFTER_SENDER, cause: 'user_unknown' },
];

/** Where words do not tell. x.7 is policy towards us and never counts against a recipient. */
export const CODES: CodeRule[] = [
  { code: /^1\./, cause: 'sender' },
  // The sending account's own mailbox: nothing goes out before somebody makes room.
  { code: /^2\.2$/, stages: ['session', 'auth', 'sender'], cause: 'quota' },
  { code: /^2\./, cause: 'unclear' },
  { code: /^3\.[34]$/, cause: 'size' },
  { code: /^3\./, cause: 'unavailable' },
  { code: /^4\.6$/, cause: 'loop' },
  { code: /^4\.4$/, digit: 5, stages: ['recipient'], cause: 'domain_unknown' },
  { code: /^4\./, cause: 'unavailable' },
  { code: /^5\.3$/, stages: ['recipient'], cause: 'too_many_recipients' },
  { code: /^5\.0$/, stages: ['recipient'], cause: 'user_unknown' },
  { code: /^6\.7$/, cause: 'characters' },
  { code: /^6\./, stages: ['data'], cause: 'malformed' },
  { code: /^7\./, cause: 'policy' },
];
