/**
 * What an account is known by: the address with its letters from A to Z made small, as the database makes `users.email_key`. Beyond those,
 * two rules for letter case differ sooner or later: `İ` is one small letter to PostgreSQL and two to JavaScript.
 */
export function accountKey(email: string): string {
  return email.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
