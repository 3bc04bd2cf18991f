import MailComposer from 'nodemailer/lib/mail-composer';
import type { Address, OutgoingMessage } from '../adapter';
import { serializeMime } from './serialize-mime';

/** The message as RFC 5322 bytes. Blind copies never get a header; nothing is read from disk or the network. */
export function composeMime(message: OutgoingMessage, date = new Date()): Buffer | Promise<Buffer> {
  return serializeMime(compileMime(message, date));
}

/** Exported for the test that compares two ways to write it. */
export function compileMime(message: OutgoingMessage, date: Date) {
  return new MailComposer({
    from: mailbox(message.from),
    to: message.to.map(mailbox),
    cc: message.cc.map(mailbox),
    replyTo: message.replyTo.map(mailbox),
    subject: message.subject,
    text: message.text,
    html: message.html,
    headers: message.headers,
    messageId: message.messageIdHeader,
    date,
    attachments: message.attachments.map((attachment) => ({
      filename: attachment.filename,
      contentType: wireType(attachment.contentType),
      content: attachment.content,
      cid: attachment.contentId,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
}

/**
 * RFC 2046 forbids base64 for these two, so their line breaks and NULs would go out raw (SMTP smuggling) or changed; as a
 * plain file they arrive byte for byte.
 */
function wireType(contentType: string): string {
  return /^(message|multipart)\//i.test(contentType) ? 'application/octet-stream' : contentType;
}

/** As an object, never a joined string: a name cannot smuggle in a second address. */
function mailbox(address: Address): { name: string; address: string } {
  return { name: address.name ?? '', address: address.email };
}
