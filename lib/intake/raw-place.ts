import type { PreparedMessage } from './prepare';
import type { PreparedAttachment } from './prepare-files';

/** Larger ones would make the statement that stores messages a large one. */
const INLINE_BYTES = 128 * 1024;
/** Among the files of a message, of which this is none. */
const PLACE = -1;

type Content = Pick<PreparedMessage, 'attachments' | 'raw'>;

/** What is stored by itself, each at its place: the files, and the mail that a message came as where it is large. */
export function filesOf({ attachments, raw }: Content): (PreparedAttachment & { position: number })[] {
  const files = attachments.map((attachment, position) => ({ ...attachment, position }));
  if (!raw || isInline(raw)) return files;
  const { bytes, sha256 } = raw.content;
  const mail = { sha256, content: bytes, sizeBytes: bytes.length, filename: 'message.eml' };
  return [...files, { ...mail, contentType: 'message/rfc822', contentId: null, position: PLACE }];
}

/** The mail as base64, where it is stored with the texts. */
export function inlineRaw({ raw }: Content): string | undefined {
  return raw && isInline(raw) ? raw.content.bytes.toString('base64') : undefined;
}

function isInline({ content }: NonNullable<Content['raw']>): boolean {
  return content.bytes.length <= INLINE_BYTES;
}
