/** What SMTP itself opens with: ready, closing, no service (RFC 5321 4.3.2). */
const GREETING = /^(?:220|421|554)(?:[ -]|$)/;

/** Whoever may add a provider could read the banner of anything that listens: words are only told of who greets as SMTP does. */
export function isMailGreeting(line: string): boolean {
  return GREETING.test(line);
}
