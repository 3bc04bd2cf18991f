/** What to invalidate when something of that noun changed. */
export function nounKey(noun: string): readonly string[] {
  return ['api', noun];
}
