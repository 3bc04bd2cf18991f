import { createHash, type KeyObject, sign as signBytes } from 'node:crypto';
import { hashBody } from './body';
import { type Field, readFields, relaxField, splitMail } from './header';

/** What signs a message in the name of a domain. */
export type Signer = {
  /** `d=`, as DNS knows it. */
  domain: string;
  selector: string;
  algorithm: 'rsa' | 'ed25519';
  key: KeyObject;
};

/**
 * Fields that nobody may add or put in front afterwards: each is named once more than it is there (RFC 6376, 8.15). RFC 8058 wants the last two
 * to be signed.
 */
const CLOSED = [
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'mime-version',
  'content-type',
  'reply-to',
  'list-unsubscribe',
  'list-unsubscribe-post',
];

/** Signed where they are there. */
const OPEN = [
  'cc',
  'sender',
  'in-reply-to',
  'references',
  'content-transfer-encoding',
  'content-id',
  'list-id',
  'auto-submitted',
  'feedback-id',
];

/**
 * The message with a signature of each signer in front (RFC 6376, RFC 8463), relaxed/relaxed and over the whole body: with `l=` anybody
 * could add to it. Signed is what goes over the wire, where every line ends in CRLF.
 */
export async function signMail(mime: Buffer, signers: readonly Signer[], now = new Date()): Promise<Buffer> {
  if (signers.length === 0) return mime;
  const { header, bodyAt } = splitMail(mime);
  const fields = readFields(header);
  const names = [
    ...CLOSED.flatMap((name) => namesOf(fields, name, 1)),
    ...OPEN.flatMap((name) => namesOf(fields, name, 0)),
  ];
  const bodyHash = await hashBody(mime, bodyAt);
  const signed = names.map((name, index) => nthFromBelow(fields, name, names.slice(0, index)));
  const data = signed.map((field) => (field ? `${relaxField(field)}\r\n` : '')).join('');
  const made = signers.map((signer) => signatureField(signer, { names, bodyHash, data, now }));
  return Buffer.concat([Buffer.from(made.join(''), 'latin1'), mime]);
}

function namesOf(fields: Field[], name: string, more: number): string[] {
  const count = fields.filter((field) => field.name === name).length;
  return Array<string>(count + more).fill(name);
}

/** Of several of a name the last one is meant first (RFC 6376, 5.4.2); undefined: there is none any more. */
function nthFromBelow(fields: Field[], name: string, before: string[]): Field | undefined {
  return fields.filter((field) => field.name === name).at(-1 - before.filter((one) => one === name).length);
}

type Signing = { names: string[]; bodyHash: string; data: string; now: Date };

function signatureField(
  { domain, selector, algorithm, key }: Signer,
  { names, bodyHash, data, now }: Signing,
): string {
  const tags = [
    `v=1; a=${algorithm}-sha256; c=relaxed/relaxed; d=${domain};`,
    `s=${selector}; t=${Math.floor(now.getTime() / 1000)};`,
    `h=${foldList(names)};`,
    `bh=${bodyHash};`,
    'b=',
  ];
  const value = ` ${tags.join('\r\n ')}`;
  const own = relaxField({ name: 'dkim-signature', value });
  const signature = signatureOf(algorithm, Buffer.from(data + own, 'latin1'), key);
  return `DKIM-Signature:${value}${signature.match(/.{1,70}/g)!.join('\r\n ')}\r\n`;
}

/** Ed25519 signs the digest, not the text (RFC 8463, 3). */
function signatureOf(algorithm: Signer['algorithm'], data: Buffer, key: KeyObject): string {
  if (algorithm === 'rsa') return signBytes('sha256', data, key).toString('base64');
  return signBytes(null, createHash('sha256').update(data).digest(), key).toString('base64');
}

function foldList(names: string[]): string {
  const lines = [''];
  for (const [index, name] of names.entries()) {
    const item = index < names.length - 1 ? `${name}:` : name;
    if (lines.at(-1)!.length + item.length > 68) lines.push('');
    lines[lines.length - 1] += item;
  }
  return lines.join('\r\n ');
}
