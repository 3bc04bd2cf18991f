import { z } from 'zod';
import { isDomain, isEmailAddress } from './address';

/** C0 controls and DEL: never allowed in a header field. Rejected, not cleaned (facts: header injection). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: this is the very set that must be refused
const CONTROL = /[\u0000-\u001f\u007f]/;

/** Text that ends up in one header line. */
/** Text of any length and any line; NUL and broken surrogate pairs cannot be stored or sent. */
export function isStorableText(value: string): boolean {
  return value.isWellFormed() && !value.includes('\0');
}

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
