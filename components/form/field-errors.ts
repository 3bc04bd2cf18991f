import type { FieldError } from '@/lib/errors';
import { type FlawText, isFlawCode } from '@/lib/flaws';

type FormFlaw = { type: string; message: string; params?: Record<string, string> };

/** Every message in react-hook-form's error tree, with its dotted path, in the order of the tree. */
export function flattenErrors(errors: unknown, path = ''): FieldError[] {
  if (!isBranch(errors)) return [];
  if (typeof errors.message === 'string') return [{ path, ...flawIn(errors as FormFlaw) }];
  return Object.entries(errors)
    .filter(([key]) => key !== 'ref' && key !== 'types')
    .flatMap(([key, value]) => flattenErrors(value, path ? `${path}.${key}` : key));
}

/** The first at or below one field: a list field shows what is wrong with any of its entries. */
export function firstError(error: unknown): FieldError | undefined {
  return flattenErrors(error)[0];
}

/** What is wrong with a field, as react-hook-form keeps it: its `type` is our code. */
export function toFormFlaw({ code, params, message }: FlawText): FormFlaw {
  return { type: code, message, params };
}

function flawIn({ type, params = {}, message }: FormFlaw): FlawText {
  return { code: isFlawCode(type) ? type : 'wrong', params, message };
}

/** The field on the page that can show an error at `path`: itself or the closest one around it. */
export function closestField(path: string, names: Iterable<string>): string | undefined {
  const known = new Set(names);
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length--) {
    const candidate = parts.slice(0, length).join('.');
    if (known.has(candidate)) return candidate;
  }
  return undefined;
}

/** Blank inputs count as absent, so that an optional field left empty is not sent as an empty string. */
export function dropBlanks<T>(value: T): T {
  if (!isPlainObject(value)) return value;
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== '' && entry !== undefined)
    .map(([key, entry]) => [key, dropBlanks(entry)]);
  return Object.fromEntries(entries) as T;
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return isBranch(value) && Object.getPrototypeOf(value) === Object.prototype;
}
