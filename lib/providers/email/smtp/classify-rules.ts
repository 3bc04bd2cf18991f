import type { RecipientOutcome } from '../../adapter';

export type Stage = 'session' | 'sender' | 'recipient' | 'data';

/** One documented way of refusing. Every condition that is given must hold; the first rule that fits decides. */
export type ReplyRule = {
  stages?: Stage[];
  code?: number;
  /** Subject and detail of the enhanced code (RFC 3463): `2.2` of 5.2.2. `none`: the reply has no enhanced code. */
  enhanced?: RegExp | 'none';
  temporary?: true;
  says?: RegExp;
  fault: NonNullable<RecipientOutcome['fault']>;
  /** Default: what the first digit says. */
  permanent?: boolean;
  quota?: true;
};

const PERIOD = 'daily|hourly|weekly|monthly|per (?:minute|hour|day)';
const SENDING = 'sending|submission|outgoing|outbound|outbox|rate|connections?';
/** In words: what an account may send is used up, or comes too fast. A size or a recipient's full mailbox says neither. */
const LIMIT_REACHED = new RegExp(
  [
    `\\b(?:${PERIOD}|${SENDING})\\b.{0,60}\\b(?:limits?|quotas?|threshold)\\b`,
    `\\b(?:limits?|quotas?)\\b.{0,40}\\b(?:${PERIOD}|for sending)\\b`,
    '\\b(?:rate|sending) (?:limit(?:ed)?|exceeded)\\b',
    '\\btoo many (?:messages|e-?mails|mails|connections|concurrent|sessions)\\b',
    '\\bunusual rate\\b|\\bunexpected volume\\b|\\bthrottl(?:ed|ing)\\b|SubmissionQuotaExceeded',
  ].join('|'),
  'is',
);

const TOO_FAST = /maximum sending rate|too fast|slow down|too many (?:concurrent|connections)/i;
const GREYLISTING = /gr[ae]y-?list/i;
const BEFORE_RECIPIENTS: Stage[] = ['session', 'sender'];

/**
 * Whose fault a refusal is. x.1 and x.2 speak of the recipient, x.6 of the content, x.7 of policy towards us, which must never
 * count against a recipient; without an enhanced code the stage of the conversation decides.
 */
export const REPLY_RULES: ReplyRule[] = [
  // The size is announced with MAIL, so "too big" may already come there (RFC 1870).
  { stages: ['sender', 'recipient', 'data'], enhanced: /^3\.4$/, fault: 'content', permanent: true },
  { stages: ['sender'], code: 552, enhanced: 'none', fault: 'content', permanent: true },

  // Exchange Online: limits, and "may not send as", under codes that elsewhere speak of the recipient.
  { enhanced: /^1\.90$|^7\.(?:232|233|705|708)$/, fault: 'provider', quota: true },
  { enhanced: /^2\.252$/, fault: 'provider' },
  { says: TOO_FAST, fault: 'throttled', permanent: false },
  { says: LIMIT_REACHED, fault: 'provider', quota: true },
  // The sending account's own mailbox is full: nothing goes out before somebody makes room.
  { stages: ['sender'], enhanced: /^2\.2$/, fault: 'provider', quota: true },
  { stages: BEFORE_RECIPIENTS, fault: 'provider' },

  // 1.7 and 1.8 complain of the sender's address.
  { enhanced: /^1\.[78]$/, fault: 'provider' },
  { enhanced: /^1\./, fault: 'recipient' },
  // A full mailbox may have room tomorrow, whatever the first digit says.
  { enhanced: /^2\.2$/, fault: 'recipient', permanent: false },
  { enhanced: /^2\./, fault: 'recipient' },
  { enhanced: /^6\./, fault: 'content', permanent: true },
  { enhanced: /^7\./, temporary: true, says: GREYLISTING, fault: 'recipient', permanent: false },
  // Too many recipients in one transaction; the rest go in the next.
  { enhanced: /^5\.3$/, fault: 'recipient', permanent: false, quota: true },
  { stages: ['recipient'], enhanced: /^5\.0$/, fault: 'recipient' },
  { enhanced: /./, fault: 'provider' },

  { code: 421, fault: 'provider' },
  { stages: ['data'], code: 552, fault: 'content', permanent: true },
  { code: 552, fault: 'recipient', permanent: false },
  { stages: ['data'], temporary: true, fault: 'provider' },
  { stages: ['data'], fault: 'content' },
  // A bare 554 at RCPT is how many servers say that they do not like the sender; Exim says it in words.
  { code: 554, fault: 'provider' },
  { says: /sender verif/i, fault: 'provider' },
  { fault: 'recipient' },
];
