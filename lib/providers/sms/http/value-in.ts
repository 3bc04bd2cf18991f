/** What stands at `messages[0].id` of a JSON text, as text; undefined: nothing does, or it is no JSON. */
export function valueIn(text: string, path: string): string | undefined {
  try {
    return valueAt(JSON.parse(text), path);
  } catch {
    return undefined;
  }
}

export function valueAt(document: unknown, path: string): string | undefined {
  let value = document;
  for (const step of path.split(/[.[\]]+/).filter(Boolean)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value === null || value === undefined || typeof value === 'object' ? undefined : String(value);
}
