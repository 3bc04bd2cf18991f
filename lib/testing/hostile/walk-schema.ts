import type { z } from 'zod';

type Node = z.core.$ZodType;

/** A schema and all that it is made of, each by the way to it. Whatever holds schemas in its definition is walked, also what zod may add. */
export function walkSchema(
  schema: Node,
  path: string,
  seen = new Set<unknown>(),
): { path: string; node: Node }[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const parts = Object.entries(schema._zod.def).flatMap(([name, part]) => partsOf(part, `${path}.${name}`));
  return [{ path, node: schema }, ...parts.flatMap((part) => walkSchema(part.node, part.path, seen))];
}

export function isSchema(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && '_zod' in value && 'parse' in value;
}

function partsOf(part: unknown, path: string): { path: string; node: Node }[] {
  if (isSchema(part)) return [{ path, node: part }];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part)
    .filter((entry): entry is [string, Node] => isSchema(entry[1]))
    .map(([name, node]) => ({ path: `${path}.${name}`, node }));
}
