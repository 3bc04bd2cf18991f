import type { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import type MimeNode from 'nodemailer/lib/mime-node';
import type { OutgoingAttachment } from '@/lib/channels/outgoing';
import { readContentType } from '@/lib/text/content-type';
import { encodeName, encodeText, foldHeader } from './header-text';
import { isInvitation, toAlternative } from './invitation';
import { withLineEnds } from './line-ends';
import type { Address, OutgoingMessage } from './outgoing-message';
import { serializeMime } from './serialize-mime';

/** The message as RFC 5322 bytes; one that came so as it came. Blind copies never get a header; nothing is read from disk or the network. */
export function composeMime(message: OutgoingMessage, date = new Date()): Buffer | Promise<Buffer> {
  return message.raw ?? serializeMime(compileMime(message, date));
}

/** The same for an API that takes a whole mail. */
export async function composeWhole(message: OutgoingMessage): Promise<Buffer> {
  return message.raw ?? withLineEnds(await composeMime(message));
}

type MimeParts = Omit<OutgoingMessage, 'text' | 'html' | 'attachments'> & {
  text?: string | Readable;
  html?: string | Readable;
  attachments: (Omit<OutgoingAttachment, 'content'> & { content: Buffer | Readable })[];
};

/** The same bytes in pieces, with bodies and files that are read while they are written. */
export function streamMime(message: MimeParts, date: Date): AsyncIterable<Buffer> {
  return compileMime(message, date).createReadStream();
}

/** Exported for the test that compares two ways to write it. */
export function compileMime(message: MimeParts, date: Date) {
  const invitation = message.attachments.find(isInvitation);
  const root = new MailComposer({
    text: message.text,
    html: message.html,
    alternatives: invitation && [toAlternative(invitation)],
    messageId: message.messageIdHeader,
    date,
    attachments: message.attachments.filter((attachment) => attachment !== invitation).map(toPart),
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  return withHeaders(root, headerLines(message));
}

/** Written by us: nodemailer leaves words alone that look encoded, and lines that have no blank. */
function headerLines({ from, to, cc, replyTo, subject, headers }: MimeParts): string {
  const fields: [string, string][] = [
    ['From', toMailbox(from)],
    ['To', to.map(toMailbox).join(', ')],
    ['Cc', cc.map(toMailbox).join(', ')],
    ['Reply-To', replyTo.map(toMailbox).join(', ')],
    ['Subject', encodeText(subject.trim())],
    ...Object.entries(headers),
  ];
  return fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => foldHeader(name, value))
    .join('\r\n');
}

function withHeaders(root: MimeNode, lines: string): MimeNode {
  const own = root.buildHeaders.bind(root);
  root.buildHeaders = () => `${lines}\r\n${own()}`;
  return root;
}

function toMailbox({ email, name }: Address): string {
  return name ? `${encodeName(name)} <${email}>` : email;
}

function toPart({ filename, contentType, content, contentId }: MimeParts['attachments'][number]) {
  return { filename, contentType: wireType(contentType), content, cid: contentId };
}

/**
 * RFC 2046 forbids base64 for these two, so their line breaks and NULs would go out raw (SMTP smuggling) or changed; as a
 * plain file they arrive byte for byte. So does what is no content type, of messages stored before that was looked at.
 */
function wireType(contentType: string): string {
  const type = readContentType(contentType)?.type;
  return type === undefined || /^(message|multipart)\//.test(type) ? 'application/octet-stream' : contentType;
}
