import { detectExtension, detectMimeType } from 'nodemailer/lib/mime-funcs/mime-types';
import type { StoredCargo } from '@/drizzle/schema/messages';
import { hasUnicodeLocalPart } from '@/lib/address';
import type { OutgoingMessage } from '@/lib/providers/adapter';
import type { Cargo } from '@/lib/routing/carries';

type Parts = {
  addresses: { email: string }[];
  replyTo: { email: string }[];
  files: { filename: string; contentType: string | null; contentId: string | null; bytes: number }[];
};

/** Of a message about to be sent: with the sender that it has then, and for those who still wait. */
export function cargoOfOutgoing(message: OutgoingMessage, sizeBytes: number): Cargo {
  const { from, to, cc, bcc, replyTo, attachments, recipients } = message;
  const files = attachments.map(({ filename, contentType, typeGuessed, contentId, content }) => ({
    filename,
    contentType: typeGuessed ? null : contentType,
    contentId: contentId ?? null,
    bytes: content.length,
  }));
  const cargo = cargoOf({ addresses: [from, ...to, ...cc, ...bcc], replyTo, files });
  return { ...cargo, sizeBytes, recipients: recipients.length };
}

/** Null where nothing about it is out of the ordinary: then its size and recipients say all. */
export function cargoOf({ addresses, replyTo, files }: Parts): StoredCargo | null {
  const cargo: StoredCargo = {
    ...(files.length > 0 && { files: files.map(toFile) }),
    ...(replyTo.length > 1 && { replyTo: replyTo.length }),
    ...([...addresses, ...replyTo].some(({ email }) => hasUnicodeLocalPart(email)) && {
      unicodeLocal: true as const,
    }),
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
