import { z } from 'zod';

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

const LOCAL_PART =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u0080-\u{10ffff}-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u0080-\u{10ffff}-]+)*$/u;
const DOMAIN =
  /^(?=.{1,253}$)([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)*[\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/** `local@domain`, RFC 5321 sizes, no quoted local parts, no comments, no groups. */
export function isEmailAddress(value: string): boolean {
  const atSign = value.lastIndexOf('@');
  const local = value.slice(0, atSign);
  const domain = value.slice(atSign + 1);
  return (
    atSign > 0 &&
    value.length <= 254 &&
    local.length <= 64 &&
    LOCAL_PART.test(local) &&
    DOMAIN.test(domain) &&
    domain.includes('.')
  );
}

export const domainName = z
  .string()
  .trim()
  .toLowerCase()
  .refine((value) => DOMAIN.test(value) && value.includes('.'), 'must look like example.com');

export const emailAddress = z.string().refine(isEmailAddress, 'must be an address like name@example.com');
