import type { OutgoingAttachment } from '../adapter';

/**
 * A calendar file that asks something of its reader (RFC 6047, 2.4: the parameter `method` repeats the one within). As an alternative to
 * the text, mail programs show it as an invitation; as a mere attachment, as a file.
 */
export function isInvitation({ contentType, contentId }: OutgoingAttachment): boolean {
  return /^text\/calendar\s*;/i.test(contentType) && /;\s*method=/i.test(contentType) && !contentId;
}

/** `REQUEST` of `text/calendar; method=REQUEST`. */
export function methodOf({ contentType }: OutgoingAttachment): string | undefined {
  return /;\s*method="?([\w-]+)/i.exec(contentType)?.[1];
}

/** As nodemailer takes it: byte for byte, with the name that it would have as a file. */
export function toAlternative({ filename, contentType, content }: OutgoingAttachment) {
  const charset = /;\s*charset=/i.test(contentType) ? '' : '; charset=utf-8';
  const name = `; name="${filename.replace(/(["\\])/g, '\\$1')}"`;
  return {
    contentType: `${contentType}${charset}${name}`,
    content,
    contentTransferEncoding: 'base64' as const,
  };
}
