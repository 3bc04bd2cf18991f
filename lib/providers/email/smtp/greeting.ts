/**
 * What SMTP itself opens with: ready, closing, no service (RFC 5321 4.3.2). Servers refuse with other codes, too; an enhanced one behind it
 * (RFC 3463) only mail has: Exchange Online's `432 4.3.2 Concurrent connections limit exceeded`.
 */
const GREETING = /^(?:220|421|554)(?:[ -]|$)|^([45])\d\d[ -]\1\.\d{1,3}\.\d{1,3}(?: |$)/;

/** Whoever may add a provider could read the banner of anything that listens: words are only told of who greets as SMTP does. */
export function isMailGreeting(line: string): boolean {
  return GREETING.test(line);
}
