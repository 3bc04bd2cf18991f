import { type LabelField, type Labels, whyNoLabels } from './labels';

/** What a provider takes; absent: it documents no bound. Data beside each adapter, from the provider's own documents. */
export type Carries = {
  /** Of the whole message as it goes over the wire: files grow by a third there. */
  maxBytes?: number;
  /** A mail as it was written goes as it is, byte for byte. */
  raw?: true;
  /** Of the text and of the HTML, each. */
  maxBodyBytes?: number;
  /** To, cc and bcc together. */
  maxRecipients?: number;
  maxReplyTo?: number;
  /** Endings of file names, in lower case: these never, or nothing but these. */
  refusedTypes?: readonly string[];
  takenTypes?: readonly string[];
  /** It tells the type of a file by its name alone, so that another type would be lost. */
  typesByName?: true;
  noInlineImages?: true;
  /** Characters of a content id. */
  maxContentIdLength?: number;
  noEmptyFiles?: true;
  /** Characters of a display name. */
  maxNameLength?: number;
  /** It makes raw octets of encoded words in headers of the message's own. */
  asciiHeaders?: true;
  /** It fills in placeholders (`{{ … }}`) of subject and text by itself. */
  fillsIn?: true;
  /** Where tags and metadata go; absent: nowhere, they stay with Relevo. */
  labels?: LabelField;
  /** Characters beyond ASCII in front of the @ (RFC 6531). `asks`: the server tells when it is connected. */
  unicodeLocalParts: 'never' | 'asks' | 'always';
  /** It takes no `?` in front of the @, which is a letter there like others (RFC 5322, 3.2.3). */
  noQuestionMarks?: true;
  /** Where that is said, and when it was read there; `from memory` where it could not be. */
  sources: readonly { url: string; checked: string }[];
};

/** What of a message decides who can carry it. */
export type Cargo = {
  sizeBytes: number;
  /** To, cc and bcc together. */
  recipients: number;
  /** By position: ending in lower case; `inline` with a content id, `mistyped` where its type is not the one that its name tells. */
  files?: CargoFile[];
  replyTo?: number;
  /** An address has characters beyond ASCII in front of its @. */
  unicodeLocal?: true;
  /** An address has a question mark in front of its @. */
  questionMark?: true;
  /** A header of its own goes as an encoded word. */
  encodedHeader?: true;
  /** Subject or text have what looks like a placeholder. */
  placeholders?: true;
  /** Of the longest display name, where it is long. */
  nameLength?: number;
  /** Of the longest content id, where it is long. */
  contentIdLength?: number;
  /** Of the longer one of text and HTML, where it is long. */
  bodyBytes?: number;
  /** In how many parts it goes, each of which is paid and counted; absent: in one. */
  segments?: number;
  /** What it says is a template that the provider with this id keeps. */
  templateOf?: string;
  /** It came as a mail that its program wrote. */
  raw?: 'required' | 'whole' | 'preferred';
  labels?: Labels;
};

type CargoFile = { ext: string; bytes: number; inline?: true; mistyped?: true };

export const MISFITS = [
  'raw',
  'size',
  'body',
  'recipients',
  'reply_to',
  'file_type',
  'file_type_unnamed',
  'inline_image',
  'content_id',
  'empty_file',
  'local_part',
  'question_mark',
  'name',
  'header',
  'placeholders',
  'tags',
  'metadata',
] as const;

/** `detail`: the number or the ending that does not fit, and `limit` what would. */
export type Misfit = { what: (typeof MISFITS)[number]; detail?: string; limit?: number };

/** The first thing that the provider does not take; null: it carries the message whole. */
export function whyNotCarried(carries: Carries, cargo: Cargo): Misfit | null {
  const {
    files = [],
    replyTo = 0,
    recipients,
    bodyBytes = 0,
    nameLength = 0,
    contentIdLength = 0,
    labels,
  } = cargo;
  if (cargo.raw === 'required' && !carries.raw) return { what: 'raw' };
  const bytes = wireBytes(cargo);
  if (carries.maxBytes !== undefined && bytes > carries.maxBytes)
    return { what: 'size', detail: String(bytes), limit: carries.maxBytes };
  if (carries.maxBodyBytes !== undefined && bodyBytes > carries.maxBodyBytes)
    return { what: 'body', detail: String(bodyBytes), limit: carries.maxBodyBytes };
  if (carries.maxRecipients !== undefined && recipients > carries.maxRecipients)
    return { what: 'recipients', detail: String(recipients), limit: carries.maxRecipients };
  if (carries.maxReplyTo !== undefined && replyTo > carries.maxReplyTo)
    return { what: 'reply_to', detail: String(replyTo), limit: carries.maxReplyTo };
  if (carries.unicodeLocalParts === 'never' && cargo.unicodeLocal) return { what: 'local_part' };
  if (carries.noQuestionMarks && cargo.questionMark) return { what: 'question_mark' };
  if (carries.maxNameLength !== undefined && nameLength > carries.maxNameLength)
    return { what: 'name', detail: String(nameLength), limit: carries.maxNameLength };
  if (carries.fillsIn && cargo.placeholders) return { what: 'placeholders' };
  if (carries.asciiHeaders && cargo.encodedHeader) return { what: 'header' };
  for (const file of files) {
    const misfit = whyNoFile(carries, file);
    if (misfit) return misfit;
  }
  if (carries.maxContentIdLength !== undefined && contentIdLength > carries.maxContentIdLength)
    return { what: 'content_id', detail: String(contentIdLength), limit: carries.maxContentIdLength };
  return carries.labels && labels ? whyNoLabels(labels, carries.labels) : null;
}

function whyNoFile(
  { refusedTypes, takenTypes, typesByName, noInlineImages, noEmptyFiles }: Carries,
  { ext, bytes, inline, mistyped }: CargoFile,
): Misfit | null {
  if (noInlineImages && inline) return { what: 'inline_image' };
  if (refusedTypes?.includes(ext) || (takenTypes && !takenTypes.includes(ext)))
    return { what: 'file_type', detail: ext === '' ? '?' : `.${ext}` };
  if (typesByName && mistyped) return { what: 'file_type_unnamed', detail: ext === '' ? '?' : `.${ext}` };
  return noEmptyFiles && bytes === 0 ? { what: 'empty_file' } : null;
}

/** Lines of 57 bytes become 78 in base64 (RFC 2045, 6.8); what stands around it is small. */
function wireBytes({ sizeBytes, files = [] }: Cargo): number {
  const inFiles = files.reduce((sum, { bytes }) => sum + bytes, 0);
  return sizeBytes - inFiles + Math.ceil(inFiles / 57) * 78 + 2048;
}

/** The same in English, for where a provider's own words stand: transcripts, attempts, logs. */
export function describeMisfit(label: string, { what, detail, limit }: Misfit): string {
  switch (what) {
    case 'raw':
      return `${label} does not carry a mail as it was written, which this one needs`;
    case 'size':
      return `${label} takes messages of at most ${limit} bytes; this one has some ${detail}`;
    case 'body':
      return `${label} takes a text of at most ${limit} bytes; this one has ${detail}`;
    case 'recipients':
      return `${label} takes at most ${limit} recipients in a message; this one has ${detail}`;
    case 'reply_to':
      return `${label} takes at most ${limit} reply-to address; this message has ${detail}`;
    case 'file_type':
      return `${label} takes no attachments of the type ${detail}`;
    case 'file_type_unnamed':
      return `${label} tells the type of an attachment by its name: one that ends in ${detail} would arrive as another type`;
    case 'inline_image':
      return `${label} has no images within the text`;
    case 'content_id':
      return `${label} takes content ids of at most ${limit} characters; one has ${detail}`;
    case 'empty_file':
      return `${label} takes no empty attachments`;
    case 'local_part':
      return `${label} takes no addresses with such characters in front of the @${detail ? `: ${detail}` : ''}`;
    case 'question_mark':
      return `${label} takes no addresses with a question mark in front of the @`;
    case 'name':
      return `${label} takes names of at most ${limit} characters; one has ${detail}`;
    case 'header':
      return `${label} takes nothing but ASCII in custom headers`;
    case 'placeholders':
      return `${label} would fill in what stands in {{ … }} or {% … %} in the subject or the text`;
    case 'tags':
      return `${label} does not take so many tags`;
    case 'metadata':
      return `${label} does not take so much metadata: ${detail}`;
  }
}
