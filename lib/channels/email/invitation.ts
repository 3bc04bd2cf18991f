import type { OutgoingAttachment } from '@/lib/channels/outgoing';
import { contentTypeParameter, readContentType } from '@/lib/text/content-type';

type NamedFile = Omit<OutgoingAttachment, 'content'>;

/**
 * A calendar file that asks something of its reader (RFC 6047, 2.4: the parameter `method` repeats the one within). As an alternative to
 * the text, mail programs show it as an invitation; as a mere attachment, as a file.
 */
export function isInvitation(attachment: NamedFile): boolean {
  const isCalendar = readContentType(attachment.contentType)?.type === 'text/calendar';
  return isCalendar && methodOf(attachment) !== undefined && !attachment.contentId;
}

/** `REQUEST` of `text/calendar; method=REQUEST`. */
export function methodOf({ contentType }: NamedFile): string | undefined {
  const method = contentTypeParameter(contentType, 'method');
  return method && /^[\w-]+$/.test(method) ? method : undefined;
}

/** As nodemailer takes it: byte for byte, with the name that it would have as a file. */
export function toAlternative<Content>({ filename, contentType, content }: NamedFile & { content: Content }) {
  const has = (name: string) => contentTypeParameter(contentType, name) !== undefined;
  const charset = has('charset') ? '' : '; charset=utf-8';
  const name = has('name') ? '' : `; name="${filename.replace(/(["\\])/g, '\\$1')}"`;
  return {
    contentType: `${contentType}${charset}${name}`,
    content,
    contentTransferEncoding: 'base64' as const,
  };
}
