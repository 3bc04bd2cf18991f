import { sql } from '@/lib/database/db';

/** A person who is deleted is known as a contact no more, by whichever company. */
export async function eraseContacts(addresses: string[]): Promise<void> {
  await sql()`delete from contacts where email_compared = any(${addresses})`;
}
