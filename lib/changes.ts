export type FieldChange = { path: string; before: unknown; after: unknown };

/** The fields in which two documents differ, by dotted path. A list counts as a whole; nothing, null and an empty text are the same. */
export function changedFields(before: unknown, after: unknown, path = ''): FieldChange[] {
  if (!isTree(before) && !isTree(after)) return isSame(before, after) ? [] : [{ path, before, after }];
  const [was, is] = [before, after].map((value) => (isTree(value) ? value : {})) as [Tree, Tree];
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...names].flatMap((name) => changedFields(was[name], is[name], path ? `${path}.${name}` : name));
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one || blank(one)) === JSON.stringify(other || blank(other));
}

type Tree = Record<string, unknown>;

function blank(value: unknown): unknown {
  return value === '' || value === undefined ? null : value;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
