import { type Address, type Attachment, addressParser, decodeWords, type Email } from 'postal-mime';
import { whyNoHeader } from '@/lib/channels/email/header-names';
import type { RawMail } from '@/lib/channels/message-fields';
import { sha256Large } from '@/lib/crypto/compare';
import { FileBytes } from '@/lib/text/file-bytes';
import { type Recipients, recipientsOf } from './envelope';
import { type Field, type Options, readOptions } from './options';
import { parseMime } from './parse-mime';
import { rawOf } from './raw';
import { SmtpReply } from './reply';

/** RFC 5321, 6.3: more than this many steps are a loop. */
const MOST_RECEIVED = 50;
const MOST_PARTS = 200;
/** What its maker vouches for as it stands: taken apart and built anew it would be worth nothing. RFC 1847, RFC 8551. */
const SEALED = /^(multipart\/(signed|encrypted)|application\/(x-)?pkcs7-mime)\b/i;
/** What a server on the way or Relevo writes, and what speaks of the body as it was; all of it is left behind. */
const REBUILT =
  /^(from|to|cc|bcc|subject|date|message-id|reply-to|sender|mime-version|content-.*|received|return-path|dkim-signature|domainkey-signature|arc-.*|received-spf|authentication-results|delivered-to|envelope-to|x-original-to|apparently-to|errors-to|resent-.*)$/i;

/** A mail taken apart: what `POST /api/v1/messages` would have been given, but for who gets it. */
export type ReadMail = {
  input: Record<string, unknown>;
  shown: { to: Mailbox[]; cc: Mailbox[] };
  /** Everybody whom its headers name, blind copies too: who gets it where nothing else says so. */
  named: string[];
  /** Itself, to go as it is where that can be. */
  raw: RawMail | null;
  messageId: string | null;
  idempotencyKey: string | undefined;
};
type Mailbox = { email: string; name?: string };

/**
 * What a client hands in, as fields. @throws SmtpReply 554 for what no mail may be (no or several senders, a loop, a NUL), and for what
 * cannot be carried as it is, by name
 */
export async function readMail(bytes: Buffer): Promise<ReadMail> {
  if (bytes.includes(0)) throw new SmtpReply(554, '5.6.0 A message must not contain NUL');
  refuseTooManyParts(bytes);
  const mail = await parseMime(bytes);
  refuse(mail);
  const [from] = sendersOf(mail);
  const { options, rest } = readOptions(mail.headers.map(fieldOf));
  const { idempotencyKey, ...handled } = options;
  const content = handled.template ? {} : await contentOf(mail);
  const raw = handled.template ? null : await rawOf(bytes, { from: from!.email, sealed: isSealed(mail) });
  const replyTo = mailboxes(mail.replyTo ?? []);
  return {
    input: {
      ...given(handled),
      from,
      ...(replyTo.length > 0 && { replyTo }),
      ...content,
      ...headersOf(rest),
    },
    shown: { to: mailboxes(mail.to ?? []), cc: mailboxes(mail.cc ?? []) },
    named: mailboxes([mail.to, mail.cc, mail.bcc].flatMap((list) => list ?? [])).map(({ email }) => email),
    raw,
    messageId: mail.messageId ?? null,
    idempotencyKey,
  };
}

/**
 * Messages to those of the envelope, each with at most so many. Where nobody of them is shown, each gets a message of their own: one that named
 * one of them would name that one to all the others.
 */
export function addressed({ input, shown }: ReadMail, envelope: readonly string[], most: number): object[] {
  return inPieces(envelope, most).flatMap((piece) => {
    const { to, cc, bcc }: Recipients = recipientsOf(piece, shown);
    const [first, ...others] = cc;
    if (to.length > 0) return [{ ...input, to, cc, bcc }];
    return first ? [{ ...input, to: [first], cc: others, bcc }] : bcc.map((one) => ({ ...input, to: [one] }));
  });
}

function inPieces<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) =>
    items.slice(n * size, (n + 1) * size),
  );
}

/** The parser has no limit of its own for them. */
function refuseTooManyParts(bytes: Buffer): void {
  let parts = 0;
  for (let at = bytes.indexOf('\n--'); at >= 0; at = bytes.indexOf('\n--', at + 3))
    if (++parts > MOST_PARTS * 10) throw new SmtpReply(554, '5.6.0 The message has too many parts');
}

function refuse(mail: Email): void {
  const { headers, attachments } = mail;
  const values = (key: string) => headers.filter((header) => header.key === key).map(({ value }) => value);
  if (values('received').length > MOST_RECEIVED)
    throw new SmtpReply(554, '5.4.6 Too many hops: this looks like a loop');
  if (values('from').length !== 1 || sendersOf(mail).length !== 1)
    throw new SmtpReply(554, '5.6.0 A message has exactly one From with one address');
  if (attachments.length > MOST_PARTS) throw new SmtpReply(554, '5.6.0 The message has too many parts');
}

function isSealed({ headers }: Email): boolean {
  return headers.some(({ key, value }) => key === 'content-type' && SEALED.test(value));
}

/** All of them: the parser keeps the first. */
function sendersOf({ headers }: Email): Mailbox[] {
  return mailboxes(headers.filter(({ key }) => key === 'from').flatMap(({ value }) => addressParser(value)));
}

function fieldOf({ originalKey, value }: { originalKey: string; value: string }): Field {
  const unfolded = value.replace(/[\r\n]+\s*/g, ' ').trim();
  return { name: originalKey, value: unfolded.includes('=?') ? decodeWords(unfolded) : unfolded };
}

function mailboxes(addresses: (Address | undefined)[]): Mailbox[] {
  return addresses
    .flatMap((one) => (one ? (one.group ?? [one]) : []))
    .filter(({ address }) => address)
    .map(({ address, name }) => ({
      email: address,
      ...(name && name !== address && { name: name.slice(0, 200) }),
    }));
}

function given({ tags, metadata, ...options }: Omit<Options, 'idempotencyKey'>): Record<string, unknown> {
  return {
    ...options,
    ...(tags.length > 0 && { tags }),
    ...(Object.keys(metadata).length > 0 && { metadata }),
  };
}

/** Those that the message keeps. One that steers a provider and has no meaning here is refused by name: nothing is dropped silently. */
function headersOf(fields: readonly Field[]): { headers?: Record<string, string> } {
  const headers: Record<string, string> = {};
  for (const { name, value } of fields) {
    if (REBUILT.test(name) || value === '') continue;
    if (whyNoHeader(name))
      throw new SmtpReply(554, `5.6.0 ${name.slice(0, 60)} steers another provider and cannot be honoured`);
    const known = Object.keys(headers).find((one) => one.toLowerCase() === name.toLowerCase());
    // Trace fields of lists and filters may stand several times; a message of ours has each once.
    if (!known) headers[name] = value;
  }
  return Object.keys(headers).length > 0 ? { headers } : {};
}

async function contentOf({ subject, text, html, attachments }: Email): Promise<Record<string, unknown>> {
  let body = html;
  const files: object[] = [];
  for (const [index, attachment] of attachments.entries()) {
    const { contentId, ...file } = await fileOf(attachment, index);
    const shown = contentId && idOf(contentId, index);
    if (shown && shown !== contentId) body = body?.replaceAll(`cid:${contentId}`, `cid:${shown}`);
    files.push({ ...file, ...(shown && { contentId: shown }) });
  }
  return {
    // A mail may have none; what is shown for it is what mail programs show.
    subject: subject?.replace(/\s+/g, ' ').trim() || '(no subject)',
    ...(body && { html: body }),
    // A device that sends a file and nothing else.
    ...(text || !body ? { text: text || '\n' } : {}),
    ...(files.length > 0 && { attachments: files }),
  };
}

async function fileOf({ filename, mimeType, method, contentId, content }: Attachment, index: number) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as Uint8Array);
  const name = filename?.replace(/[/\\]/g, '_').replaceAll('=?', '').trim() || `attachment-${index + 1}`;
  return {
    filename: name.slice(0, 255),
    contentType: method ? `${mimeType}; method=${method}` : mimeType,
    content: new FileBytes(bytes, await sha256Large(bytes)),
    contentId: contentId?.replace(/^<|>$/g, ''),
  };
}

/** As our messages can write it; another one gets an id of its own, also in the text that shows it. */
function idOf(contentId: string, index: number): string {
  return /^[\w.@+-]{1,200}$/.test(contentId) ? contentId : `inline-${index + 1}`;
}
