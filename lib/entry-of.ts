/** What a table says of a name that somebody else gave: it has what was written into it, and nothing that every object has. */
export function entryOf<T>(table: Record<string, T>, name: unknown): T | undefined {
  return typeof name === 'string' && Object.hasOwn(table, name) ? table[name] : undefined;
}
