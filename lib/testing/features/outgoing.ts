import { typeOfFile } from '@/lib/channels/email/file-type';
import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import { EmailMessage } from '@/lib/channels/email/schema';
import { toOutgoing } from '@/lib/channels/email/to-outgoing';
import { ID } from './features';

/** What an adapter is handed for the JSON of a request. */
export function outgoingOf(input: unknown): OutgoingMessage {
  const { from, to, cc, bcc, attachments, ...message } = EmailMessage.parse(input);
  const recipients = Object.entries({ to, cc, bcc }).flatMap(([kind, list]) =>
    list.map(({ email, name }) => ({ address: email, name, kind: kind as 'to', status: 'waiting' as const })),
  );
  return toOutgoing(
    {
      ...message,
      id: ID,
      resendCount: 0,
      recipients,
      html: message.html ?? null,
      text: message.text ?? null,
      headers: message.headers ?? null,
      metadata: message.metadata ?? null,
    },
    from!,
    attachments.map(({ filename, contentType, contentId, content }) => ({
      filename,
      contentType: typeOfFile(filename, contentType ?? null),
      typeGuessed: contentType === undefined,
      contentId,
      content: Buffer.from(content as string, 'base64'),
    })),
  );
}
