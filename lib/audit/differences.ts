import { isDeepStrictEqual } from 'node:util';
import type { AuditChange } from './schema';

/** So many are told of one change. */
const MAX = 100;

/** What differs between two states, field by field: `limits.minute` was 5, is 10. Lists are told whole. */
export function differences(before: unknown, after: unknown): AuditChange[] {
  const [was, is] = [flatten(before), flatten(after)];
  const fields = new Set([...was.keys(), ...is.keys()]);
  return (
    [...fields]
      // That of the subject stands beside.
      .filter((field) => field !== 'id' && !isDeepStrictEqual(was.get(field), is.get(field)))
      .slice(0, MAX)
      .map((field) => ({
        field,
        ...(was.has(field) && { before: was.get(field) }),
        ...(is.has(field) && { after: is.get(field) }),
      }))
  );
}

/** What is null counts as not there. */
function flatten(
  value: unknown,
  path: string[] = [],
  into = new Map<string, unknown>(),
): Map<string, unknown> {
  if (value === null || value === undefined) return into;
  if (typeof value !== 'object' || Array.isArray(value)) return into.set(path.join('.'), value);
  for (const [name, part] of Object.entries(value)) flatten(part, [...path, name], into);
  return into;
}
