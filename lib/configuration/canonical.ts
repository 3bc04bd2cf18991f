import { isTree } from '@/lib/settings/difference';

/** With names in one order: the order in which they are written means nothing. */
export function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (!isTree(value)) return value;
  const names = Object.keys(value).filter((name) => value[name] !== undefined);
  return Object.fromEntries(names.toSorted().map((name) => [name, canonical(value[name])]));
}
