import { hostname } from 'node:os';
import type { StoredRecipient } from '@/drizzle/schema/messages';
import { sql } from '@/lib/db';
import type { Address, OutgoingAttachment, OutgoingMessage } from '@/lib/providers/adapter';
import { isOpen } from './recipients';

type Content = {
  id: string;
  resendCount: number;
  subject: string;
  recipients: StoredRecipient[];
  html: string | null;
  text: string | null;
  replyTo: Address[] | null;
  headers: Record<string, string> | null;
};

/** The message as an adapter takes it, for those recipients who still wait. */
export function toOutgoing(
  content: Content,
  from: Address,
  attachments: OutgoingAttachment[],
): OutgoingMessage {
  const addressesOf = (kind: StoredRecipient['kind']): Address[] =>
    content.recipients
      .filter((recipient) => recipient.kind === kind)
      .map(({ email, name }) => (name ? { email, name } : { email }));
  return {
    id: content.id,
    resendCount: content.resendCount,
    messageIdHeader: messageIdHeader(content.id, from.email),
    from,
    to: addressesOf('to'),
    cc: addressesOf('cc'),
    bcc: addressesOf('bcc'),
    replyTo: content.replyTo ?? [],
    subject: content.subject,
    html: content.html ?? undefined,
    text: content.text ?? undefined,
    headers: content.headers ?? {},
    attachments,
    recipients: content.recipients.filter(isOpen).map((recipient) => recipient.email),
  };
}

/** The same for every provider and every retry: a receiver can tell a second copy. RFC 5322, 3.6.4. */
function messageIdHeader(id: string, fromEmail: string): string {
  return `<${id}@${fromEmail.split('@')[1] || hostname()}>`;
}

export async function loadAttachments(messageId: string): Promise<OutgoingAttachment[]> {
  const rows = await sql()<
    { filename: string; content_type: string; content_id: string | null; content: Buffer }[]
  >`
    select f.filename, f.content_type, f.content_id, a.content
    from message_attachments f join attachments a on a.sha256 = f.sha256
    where f.message_id = ${messageId} order by f.position`;
  return rows.map((row) => ({
    filename: row.filename,
    contentType: row.content_type,
    contentId: row.content_id ?? undefined,
    content: row.content,
  }));
}
