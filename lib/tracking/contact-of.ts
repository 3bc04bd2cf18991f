import { sql } from '@/lib/database/db';

/** Whom a notification is told by this message, where that is a contact. */
export async function contactOf(messageId: string): Promise<string | null> {
  const [row] = await sql()<{ contactId: string | null }[]>`
    select n.contact_id as "contactId" from notification_steps s join notifications n on n.id = s.notification_id
    where s.message_id = ${messageId}`;
  return row?.contactId ?? null;
}
