import { z } from 'zod';
import { flaw } from './flaws';
import { isDisplayName, isDomain, isEmailAddress } from './text/address';
import { familyOf, isCidr, toPlainCidr } from './text/ip-range';

/** C0 controls and DEL: never allowed in a header field. Rejected, not cleaned (facts: header injection). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: this is the very set that must be refused
const CONTROL = /[\u0000-\u001f\u007f]/;

/** Text of any length and any line; NUL and broken surrogate pairs cannot be stored or sent. */
export function isStorableText(value: string): boolean {
  return value.isWellFormed() && !value.includes('\0');
}

/** What is longer is judged no further: over megabytes each rule would hold everybody up, and regular expressions run out of stack. */
export function shortText(max: number) {
  // First in halves of characters, of which one has two at most: to count whole ones takes a while, too.
  return z
    .string()
    .refine((value) => value.length <= 2 * max, { ...flaw('too_long', { max }), abort: true })
    .max(max, { abort: true });
}

/** Text that ends up in one header line. */
export function singleLine(max: number) {
  return shortText(max)
    .min(1)
    .refine((value) => !CONTROL.test(value) && value.isWellFormed(), flaw('single_line'));
}

/** Of a person, a provider, a token: shown beside others, and as a sender, so that it must be seen and turn nothing around. */
export function displayName(max: number) {
  return singleLine(max).refine(isDisplayName, flaw('unseen_characters'));
}

/** Each item once, in the order given; `max` counts them as they came, so that nobody sorts out thousands. */
export function uniqueList<Item extends z.ZodType<string>>(item: Item, max: number) {
  return z
    .array(item)
    .max(max, { abort: true })
    .overwrite((list) => [...new Set(list)]);
}

/** Text of one form. Its pattern is told by the JSON Schema, its flaw to people. */
export function matching(pattern: RegExp, whatIsWrong: ReturnType<typeof flaw>) {
  return z
    .string()
    .refine((value) => pattern.test(value), whatIsWrong)
    .meta({ pattern: pattern.source });
}

export const domainName = shortText(1000)
  .trim()
  .toLowerCase()
  .refine((value) => isDomain(value), flaw('looks_like', { example: 'example.com' }));

export const HOST_NAME = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?$|^\[?[0-9A-Fa-f:.]+\]?$/;

/** Of a server: a name or an address. URLs write IPv6 in brackets, which no resolver knows: they are taken off. */
export const hostName = matching(HOST_NAME, flaw('host'))
  .max(253)
  .refine((value) => !value.includes(':') || familyOf(withoutBrackets(value)) === 6, flaw('host'))
  .transform(withoutBrackets);

function withoutBrackets(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}

/** Of IPv4 or IPv6; a single address is a range of one. */
export const addressRange = shortText(60)
  .trim()
  .transform(toPlainCidr)
  .refine(isCidr, flaw('looks_like', { example: '203.0.113.0/24' }));

export const emailAddress = z.string().refine((value) => isEmailAddress(value), flaw('email'));

const LAST_INSTANT = Date.UTC(10_000, 0, 1) - 1;

/**
 * RFC 3339 with its offset, told in UTC: an offset moves the last day of a year that can be written into one that cannot be stored, and
 * PostgreSQL takes none beyond 15:59.
 */
export const instant = shortText(64)
  .check(z.iso.datetime({ offset: true, abort: true }))
  .transform((value, context) => {
    const ms = Date.parse(value);
    if (isWritable(ms)) return new Date(ms).toISOString();
    context.addIssue({ code: 'custom', ...flaw('year') });
    return z.NEVER;
  });

function isWritable(ms: number): boolean {
  return ms >= 0 && ms <= LAST_INSTANT;
}

/** A day whose end, too, can be written in every time zone. */
export const calendarDay = z.iso
  .date()
  .refine((value) => value >= '1970-01-01' && value <= '9999-12-30', flaw('day_of_year'));

/** Of what is done to many: how many in one call, and where the call before stopped (its `nextCursor`). */
export const IN_STEPS = {
  limit: z.number().int().min(1).max(10_000).default(10_000),
  cursor: z.uuid().optional(),
};

/** Where a program can be asked over HTTP; whether requests may go there is looked up (`checkUrl`). */
export const httpUrl = shortText(1000)
  .trim()
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), flaw('url'));
