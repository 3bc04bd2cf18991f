import { randomBytes } from 'node:crypto';

/** For services that sign nothing and show a secret instead: as much as nobody guesses, in signs that every header takes. */
export function newHookToken(): string {
  return randomBytes(32).toString('base64url');
}
