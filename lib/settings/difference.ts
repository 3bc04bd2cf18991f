type Tree = Record<string, unknown>;

/** What of `value` is not the same in `base`, which has the same shape. A list counts as a whole. */
export function difference(value: object, base: object): Tree {
  const other = base as Tree;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, own]): [string, unknown][] => {
      if (!isTree(own)) return isSame(own, other[key]) ? [] : [[key, own]];
      const inner = difference(own, isTree(other[key]) ? other[key] : {});
      return Object.keys(inner).length > 0 ? [[key, inner]] : [];
    }),
  );
}

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Values are JSON: plain ones, and lists of them. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
