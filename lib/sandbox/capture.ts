import { sandboxMessages } from '@/drizzle/schema/sandbox';
import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import { db } from '@/lib/database/db';
import { newId } from '@/lib/ids';

/** Notes that a sandbox provider took a message; its content is read from the message itself. */
export async function captureMessage(
  providerId: string,
  message: OutgoingMessage,
  recipients: string[],
): Promise<void> {
  await db().insert(sandboxMessages).values({
    id: newId(),
    messageId: message.id,
    providerId,
    fromEmail: message.from.email,
    fromName: message.from.name,
    recipients,
    subject: message.subject,
  });
}
