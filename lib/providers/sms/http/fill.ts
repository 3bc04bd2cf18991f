import type { OutgoingSms } from '@/lib/channels/sms/outgoing-sms';
import { countSegments } from '@/lib/channels/sms/segments';

/** What a gateway's request is made of, by name; all of it is text. */
export const PLACEHOLDERS = [
  /** +595981234567, and the same without the sign. */
  'to',
  'toDigits',
  'from',
  'text',
  /** The text in the hexadecimal form of UTF-16 that older gateways want for what is not GSM-7. */
  'textHexUcs2',
  'encoding',
  'segments',
  'messageId',
  /** Where the gateway is to tell what became of this message. */
  'callbackUrl',
  'secret',
  'username',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
export type Values = Record<Placeholder, string>;

const HOLE = /\{\{([^{}]*)\}\}/g;
/** Longer is no name: such braces are text. */
const LONGEST = 40;

/** The names in a template that mean nothing. */
export function unknownPlaceholders(template: string): string[] {
  const named = [...template.matchAll(HOLE)].map(([, name = '']) => name.trim());
  return [...new Set(named)].filter(
    (name) => name.length <= LONGEST && !PLACEHOLDERS.includes(name as Placeholder),
  );
}

/** One pass: a text that has `{{secret}}` in it is a text. `written`: for the place where the template stands. */
export function fill(
  template: string,
  values: Values,
  written: (value: string) => string = (value) => value,
): string {
  return template.replace(HOLE, (hole, between: string) => {
    const name = between.trim();
    return name.length > LONGEST ? hole : written(values[name as Placeholder] ?? '');
  });
}

/** The same in each text of a JSON document, which is written as JSON afterwards: nothing in a value can end it. */
export function fillJson(document: unknown, values: Values): unknown {
  if (typeof document === 'string') return fill(document, values);
  if (Array.isArray(document)) return document.map((item) => fillJson(item, values));
  if (typeof document !== 'object' || document === null) return document;
  return Object.fromEntries(Object.entries(document).map(([name, item]) => [name, fillJson(item, values)]));
}

const XML: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** As XML 1.0 takes it, which knows no control characters but tab and ends of lines. */
export function escapeXml(value: string): string {
  return value.replace(/(?![\t\n\r])\p{Cc}/gu, '').replace(/[&<>"']/g, (character) => XML[character]!);
}

export function valuesOf(
  message: OutgoingSms,
  own: { from?: string; secret?: string; username?: string; callbackUrl?: string },
): Values {
  const { encoding, count } = countSegments(message.text);
  return {
    to: message.to,
    toDigits: message.to.slice(1),
    from: message.from ?? own.from ?? '',
    text: message.text,
    textHexUcs2: Buffer.from(message.text, 'utf16le').swap16().toString('hex').toUpperCase(),
    encoding,
    segments: String(count),
    messageId: message.id,
    callbackUrl: own.callbackUrl ?? '',
    secret: own.secret ?? '',
    username: own.username ?? '',
  };
}

/** Of a request that is about no message. */
export const NOTHING_TO_SAY = Object.fromEntries(PLACEHOLDERS.map((name) => [name, ''])) as Values;
