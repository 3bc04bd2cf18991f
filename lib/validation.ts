import { z } from 'zod';
import { isDomain, isEmailAddress } from './address';

/** C0 controls and DEL: never allowed in a header field. Rejected, not cleaned (facts: header injection). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: this is the very set that must be refused
const CONTROL = /[\u0000-\u001f\u007f]/;

/** Text of any length and any line; NUL and broken surrogate pairs cannot be stored or sent. */
export function isStorableText(value: string): boolean {
  return value.isWellFormed() && !value.includes('\0');
}

/** Text that ends up in one header line. */
export function singleLine(max: number) {
  return z
    .string()
    .min(1)
    .max(max)
    .refine(
      (value) => !CONTROL.test(value) && value.isWellFormed(),
      'must not contain line breaks or control characters',
    );
}

export const domainName = z
  .string()
  .trim()
  .toLowerCase()
  .refine((value) => isDomain(value), 'must look like example.com');

export const emailAddress = z
  .string()
  .refine((value) => isEmailAddress(value), 'must be an address like name@example.com');

const LAST_INSTANT = Date.UTC(10_000, 0, 1) - 1;

/** RFC 3339 with its offset. In UTC, since an offset moves the last day of a year that can be written into one that cannot be stored. */
export const instant = z.iso
  .datetime({ offset: true })
  .refine((value) => isWritable(Date.parse(value)), 'must be between the years 1970 and 9999');

function isWritable(ms: number): boolean {
  return ms >= 0 && ms <= LAST_INSTANT;
}

/** A day whose end, too, can be written in every time zone. */
export const calendarDay = z.iso
  .date()
  .refine(
    (value) => value >= '1970-01-01' && value <= '9999-12-30',
    'must be between 1970-01-01 and 9999-12-30',
  );
