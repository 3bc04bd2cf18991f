import { sandboxMessages } from '@/drizzle/schema/sandbox';
import type { Sender } from '@/lib/channels/outgoing';
import { db } from '@/lib/database/db';
import { newId } from '@/lib/ids';

type Captured = { messageId: string; recipients: string[]; from: Sender | null; subject: string | null };

/** Notes that a sandbox provider took a message; its content is read from the message itself. Empty: its channel has none. */
export async function captureMessage(
  providerId: string,
  { messageId, recipients, from, subject }: Captured,
): Promise<void> {
  await db()
    .insert(sandboxMessages)
    .values({
      id: newId(),
      messageId,
      providerId,
      fromEmail: from?.address ?? '',
      fromName: from?.name,
      recipients,
      subject: subject ?? '',
    });
}
