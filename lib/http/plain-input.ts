import { storable } from '@/lib/database/storable';
import { invalid } from '@/lib/errors';
import { FileBytes } from '@/lib/text/file-bytes';

const MAX_DEPTH = 40;

/**
 * Refuses by its place what no schema should have to think of: text that cannot be stored or sent (NUL, half of a surrogate pair), the
 * name that objects lose, and what JSON cannot say but a server action can. @throws AppError validation_failed
 */
export function checkPlain(value: unknown, path: string[] = []): void {
  if (typeof value === 'string') {
    if (!isCleanText(value)) throw invalid(path.join('.'), 'broken_text');
  } else if (value instanceof FileBytes) return;
  else if (typeof value === 'object' && value !== null) checkMembers(value, path);
  else if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
    throw invalid(path.join('.'), 'not_json_value');
}

function checkMembers(value: object, path: string[]): void {
  if (path.length > MAX_DEPTH) throw invalid('', 'too_deep');
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkPlain(item, [...path, String(index)]);
    return;
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw invalid(path.join('.'), 'not_json_value');
  for (const [name, item] of Object.entries(value)) {
    const place = [...path, name];
    if (name === '__proto__') throw invalid(place.join('.'), 'reserved_name');
    if (!isCleanText(name)) throw invalid(storable(place).join('.'), 'broken_text');
    checkPlain(item, place);
  }
}

function isCleanText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}
