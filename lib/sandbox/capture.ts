import type { Sender } from '@/lib/channels/outgoing';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { addJobs } from '@/lib/queue/enqueue';
import type { Play, Played } from './play-schema';

type Captured = {
  messageId: string;
  recipients: string[];
  from: Sender | null;
  subject: string | null;
  /** What happens to it afterwards, and to whom. */
  plays: (Play & { recipient: string })[];
};

/**
 * Notes that a sandbox provider took a message; its content is read from the message itself. Empty: its channel has none. What is played
 * afterwards is committed with it, as jobs: nobody has to live on for it.
 */
export async function captureMessage(
  providerId: string,
  { messageId, recipients, from, subject, plays }: Captured,
): Promise<void> {
  const [id, at] = [newId(), new Date()];
  const jobs = [...Map.groupBy(plays, ({ afterMs }) => afterMs)].map(([afterMs, alike]) => ({
    payload: {
      providerId,
      key: `${id} ${afterMs}`,
      played: alike.map(
        ({ event, recipient }): Played => ({
          capture: id,
          event,
          message: messageId,
          recipient,
          at: new Date(at.getTime() + afterMs).toISOString(),
        }),
      ),
    },
    key: `${id} ${afterMs}`,
    delayMs: afterMs,
  }));
  await sql()`
    with kept as (
      insert into sandbox_messages (id, message_id, provider_id, from_email, from_name, recipients, subject, captured_at)
      values (${id}, ${messageId}, ${providerId}, ${from?.address ?? ''}, ${from?.name ?? null}, ${recipients}, ${subject ?? ''}, ${at})
    )
    ${addJobs('play-sandbox', jobs)}`;
}
