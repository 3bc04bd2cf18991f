import { invalid } from '@/lib/errors';

/** What is done with a field of their API, by its name there; `refused`: they have it, and nothing here does what it asks for. */
export type Fields = Record<string, ((value: unknown, at: string) => void) | 'refused'>;

/**
 * Reads an object of theirs field by field. What cannot be honoured is refused by its name, whether they document it or not: dropped, the
 * message would go out as what nobody asked for. What says nothing (`null`, `false`, `{}`) asks for nothing. @throws AppError validation_failed
 */
export function readFields(value: unknown, at: string, fields: Fields): void {
  for (const [name, field] of Object.entries(asObject(value, at))) {
    const place = at ? `${at}.${name}` : name;
    const read = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (typeof read === 'function') {
      if (field !== null && field !== undefined) read(field, place);
    } else if (!saysNothing(field)) throw invalid(place, read ? 'not_honoured' : 'unknown_field');
  }
}

/** For a field that means nothing here, whatever it says. */
export const ignored = (): void => undefined;

/** @throws AppError validation_failed */
export function asObject(value: unknown, at: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw invalid(at || 'body', 'wrong_type', { expected: 'object' });
}

/** @throws AppError validation_failed */
export function asList(value: unknown, at: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw invalid(at || 'body', 'wrong_type', { expected: 'array' });
}

/** @throws AppError validation_failed */
export function asText(value: unknown, at: string): string {
  if (typeof value === 'string') return value;
  throw invalid(at, 'text');
}

/** @throws AppError validation_failed */
export function asFlag(value: unknown, at: string): boolean {
  if (typeof value === 'boolean') return value;
  throw invalid(at, 'wrong_type', { expected: 'boolean' });
}

/** Seconds since 1970, as RFC 3339. @throws AppError validation_failed */
export function fromUnixSeconds(value: unknown, at: string): string {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw invalid(at, 'whole_number');
  const at1970 = new Date(value * 1000);
  if (Number.isNaN(at1970.getTime())) throw invalid(at, 'year');
  return at1970.toISOString();
}

/** Any text as a tag has to be spelled here. */
export function slug(text: string): string {
  return text
    .trim()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w.:-]+/g, '-')
    .slice(0, 64);
}

/** Base64 as many write it, in lines. */
export function unfolded(content: unknown): unknown {
  return typeof content === 'string' && /\s/.test(content) ? content.replace(/\s+/g, '') : content;
}

function saysNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '') return true;
  if (typeof value !== 'object') return false;
  const { enable, ...others } = value as Record<string, unknown>;
  return enable === false || (enable === undefined && Object.values(others).every(saysNothing));
}
