import { hostname } from 'node:os';
import { detectMimeType } from 'nodemailer/lib/mime-funcs/mime-types';
import type { StoredRecipient } from '@/drizzle/schema/messages';
import { asciiDomainOf, withAsciiDomain } from '@/lib/ascii-domain';
import { sql } from '@/lib/db';
import type { Address, OutgoingAttachment, OutgoingMessage } from '@/lib/providers/adapter';
import { wireHeaders } from '@/lib/providers/email/header-value';
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
  tags: string[];
  metadata: Record<string, string> | null;
};

/** The message as an adapter takes it, for those recipients who still wait. Whatever is beyond ASCII gets its form for the wire here. */
export function toOutgoing(
  content: Content,
  from: Address,
  attachments: OutgoingAttachment[],
): OutgoingMessage {
  const addressesOf = (kind: StoredRecipient['kind']): Address[] =>
    content.recipients.filter((recipient) => recipient.kind === kind).map(toWire);
  return {
    id: content.id,
    resendCount: content.resendCount,
    messageIdHeader: messageIdHeader(content.id, from.email),
    from: toWire(from),
    to: addressesOf('to'),
    cc: addressesOf('cc'),
    bcc: addressesOf('bcc'),
    replyTo: (content.replyTo ?? []).map(toWire),
    subject: content.subject,
    html: content.html ?? undefined,
    text: content.text ?? undefined,
    headers: wireHeaders(content.headers ?? {}),
    attachments,
    tags: content.tags,
    metadata: content.metadata ?? {},
    recipients: [
      ...new Set(content.recipients.filter(isOpen).map((recipient) => withAsciiDomain(recipient.email))),
    ],
  };
}

function toWire({ email, name }: Address): Address {
  const wire = withAsciiDomain(email);
  return name ? { email: wire, name } : { email: wire };
}

/** The same for every provider and every retry: a receiver can tell a second copy. RFC 5322, 3.6.4. */
function messageIdHeader(id: string, fromEmail: string): string {
  return `<${id}@${fromEmail.includes('@') ? asciiDomainOf(fromEmail) : hostname()}>`;
}

export async function loadAttachments(messageId: string): Promise<OutgoingAttachment[]> {
  const rows = await sql()<
    { filename: string; content_type: string | null; content_id: string | null; content: Buffer }[]
  >`
    select f.filename, f.content_type, f.content_id, a.content
    from message_attachments f join attachments a on a.sha256 = f.sha256
    where f.message_id = ${messageId} order by f.position`;
  return rows.map((row) => ({
    filename: row.filename,
    contentType: typeOfFile(row.filename, row.content_type),
    typeGuessed: row.content_type === null,
    contentId: row.content_id ?? undefined,
    content: row.content,
  }));
}

/** As it was given, else as the name tells; `application/octet-stream` where it tells nothing. */
export function typeOfFile(filename: string, given: string | null): string {
  return given ?? detectMimeType(filename);
}
