import { sql } from '@/lib/database/db';

/** What a person who is deleted was told of is known no more; what others were told stays. */
export async function eraseNotifications(addresses: string[]): Promise<void> {
  await sql()`
    delete from notifications
    where lower(person->>'email') = any(${addresses}) or person->>'phone' = any(${addresses}) or person->>'whatsapp' = any(${addresses})`;
}
