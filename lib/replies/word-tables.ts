import type { WordRule } from './families';
import type { ReplyCause } from './meaning';
import { CALLED_SPAM, FOUND_SPAM, PLAINLY_MALFORMED, WORDS_OF_CONTENT } from './words-of-content';
import { WORDS_OF_PACE } from './words-of-pace';
import { PLAINLY_OF_RECIPIENTS, WORDS_OF_RECIPIENTS } from './words-of-recipients';
import { PLAINLY_OF_US, WORDS_OF_US } from './words-of-us';

/** In this order: what is narrow and clear before what is said in many senses. */
export const PLAIN_WORDS: WordRule[] = [
  ...only(WORDS_OF_US, ['no_tls', 'auth']),
  {
    cause: 'greylisted',
    says: /gr[ae]y[- ]?list|postgrey|milter-greylist|lista gris|liste grise|graue liste/i,
    digit: 4,
  },
  // Mimecast's words for it, though the page that it points to bears the name of a filter: "SMTP Error Codes", 451.
  {
    cause: 'greylisted',
    says: /^internal resources? (?:is |are )?temporarily unavailable/i,
    stages: ['recipient'],
    digit: 4,
  },
  ...only(WORDS_OF_CONTENT, ['virus', 'attachment', 'size']),
  ...only(WORDS_OF_RECIPIENTS, ['mailbox_full']),
  ...WORDS_OF_PACE,
  PLAINLY_MALFORMED,
  FOUND_SPAM,
  ...PLAINLY_OF_US,
  ...PLAINLY_OF_RECIPIENTS,
  ...only(WORDS_OF_US, ['relay', 'loop', 'authentication_of_domain', 'reverse_dns', 'helo']),
  ...only(WORDS_OF_CONTENT, ['characters']),
];
export const WORDS_OF_THEM = only(WORDS_OF_RECIPIENTS, [
  'mailbox_disabled',
  'domain_unknown',
  'user_unknown',
]);
export const LOOSE_WORDS: WordRule[] = [
  ...only(WORDS_OF_CONTENT, ['spam']),
  ...only(WORDS_OF_US, ['sender', 'blocklist', 'account', 'policy']),
  CALLED_SPAM,
  ...only(WORDS_OF_CONTENT, ['malformed']),
];
export const LAST_WORDS = only(WORDS_OF_US, ['unavailable']);

function only(rules: WordRule[], causes: ReplyCause[]): WordRule[] {
  return causes.flatMap((cause) => rules.filter((rule) => rule.cause === cause));
}
