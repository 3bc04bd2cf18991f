import type { SmtpError } from './smtp-error';

/** X.5.3 right behind the code (RFC 3463), or in words, but not those of a limit on a time or on the client's pace. */
const ENHANCED = /^[45]\d\d[ -][45]\.5\.3\b/;
const WORDS =
  /too many (?:recipients|rcpts?)\b|(?:maximum|max\.?|limit)\b.{0,30}\brecipients?\b.{0,20}\b(?:per|in|for) (?:a |one |this |each )?(?:message|transaction|session|envelope|mail|email)\b/i;
const PACE =
  /\b(?:per|an?|this|every|each|last|next) (?:\d+ )?(?:second|minute|hour|day|week|month)s?\b|\b(?:daily|hourly|weekly|monthly|rate)\b|\brecipients from\b/i;

/**
 * The transaction is full (RFC 5321, 4.5.3.1.10: 452, by older servers 552): these recipients go in the next one. Postfix says
 * `452 4.5.3 Error: too many recipients`, Exim `452 too many recipients`, Gmail `452 4.5.3 Your message has too many recipients`.
 */
export function isTooManyRecipients({ command, response = '' }: SmtpError): boolean {
  return (
    command === 'RCPT TO' &&
    /^(?:45[0-2]|55[0-4])/.test(response) &&
    (ENHANCED.test(response) || WORDS.test(response)) &&
    !PACE.test(response)
  );
}
