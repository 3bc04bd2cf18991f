import { detectExtension, detectMimeType } from 'nodemailer/lib/mime-funcs/mime-types';
import type { StoredCargo } from '@/drizzle/schema/stored-cargo';
import type { Cargo } from '@/lib/routing/carries';
import { hasQuestionMark, hasUnicodeLocalPart } from '@/lib/text/address';
import { hasEncodedWord, nameForApi } from './header-text';
import type { OutgoingMessage } from './outgoing-message';
import { hasPlaceholders } from './placeholders';

type Person = { email: string; name?: string };

type Parts = {
  addresses: Person[];
  replyTo: Person[];
  /** As they go over the wire. */
  headers: Record<string, string>;
  subject: string;
  text: string | null | undefined;
  html: string | null | undefined;
  files: { filename: string; contentType: string | null; contentId: string | null; bytes: number }[];
};

/** Of a message about to be sent: with the sender that it has then, and for those who still wait. */
export function cargoOfOutgoing(message: OutgoingMessage, sizeBytes: number): Cargo {
  const {
    from,
    to,
    cc,
    bcc,
    replyTo,
    headers,
    subject,
    text,
    html,
    attachments,
    recipients,
    tags,
    metadata,
  } = message;
  const files = attachments.map(({ filename, contentType, typeGuessed, contentId, content }) => ({
    filename,
    contentType: typeGuessed ? null : contentType,
    contentId: contentId ?? null,
    bytes: content.length,
  }));
  const addresses = [from, ...to, ...cc, ...bcc];
  const cargo = cargoOf({ addresses, replyTo, headers, subject, text, html, files });
  return { ...cargo, sizeBytes, recipients: recipients.length, labels: { tags, metadata } };
}

/** What every provider takes is not noted. */
const ORDINARY_NAME = 60;
const ORDINARY_ID = 100;
const ORDINARY_BODY_BYTES = 1024 * 1024;

/** Null where nothing about it is out of the ordinary: then its size and recipients say all. */
export function cargoOf({
  addresses,
  replyTo,
  headers,
  subject,
  text,
  html,
  files,
}: Parts): StoredCargo | null {
  const people = [...addresses, ...replyTo];
  const nameLength = Math.max(0, ...people.map(({ name = '' }) => nameForApi(name).length));
  const bodyBytes = Math.max(0, ...[text, html].map((body) => Buffer.byteLength(body ?? '')));
  const contentIdLength = Math.max(0, ...files.map(({ contentId }) => contentId?.length ?? 0));
  const cargo: StoredCargo = {
    ...(files.length > 0 && { files: files.map(toFile) }),
    ...(replyTo.length > 1 && { replyTo: replyTo.length }),
    ...(people.some(({ email }) => hasUnicodeLocalPart(email)) && { unicodeLocal: true as const }),
    ...(people.some(({ email }) => hasQuestionMark(email)) && { questionMark: true as const }),
    ...(Object.values(headers).some(hasEncodedWord) && { encodedHeader: true as const }),
    ...([subject, text].some((each) => hasPlaceholders(each ?? '')) && { placeholders: true as const }),
    ...(nameLength > ORDINARY_NAME && { nameLength }),
    ...(contentIdLength > ORDINARY_ID && { contentIdLength }),
    ...(bodyBytes > ORDINARY_BODY_BYTES && { bodyBytes }),
  };
  return Object.keys(cargo).length > 0 ? cargo : null;
}

function toFile({ filename, contentType, contentId, bytes }: Parts['files'][number]) {
  return {
    ext: extensionOf(filename),
    bytes,
    ...(contentId && { inline: true as const }),
    ...(isMistyped(filename, contentType) && { mistyped: true as const }),
  };
}

function extensionOf(filename: string): string {
  return /\.(\w{1,20})$/.exec(filename)?.[1]?.toLowerCase() ?? '';
}

/** Who goes by the name would give it another type than it has. "Some bytes" fits whatever the name says. */
function isMistyped(filename: string, contentType: string | null): boolean {
  const type = /^[^;\s]*/.exec(contentType ?? '')![0].toLowerCase();
  if (type === '' || type === 'application/octet-stream') return false;
  return type !== detectMimeType(filename) && detectExtension(type) !== extensionOf(filename);
}
