import { isTree } from '@/lib/settings/difference';

type Json = Record<string, unknown>;

/**
 * What the schema says of a place: each reading of it that is possible. `beside`: of each name on the path what stands beside the next one, as some things are
 * read by another (`kind`).
 */
export function schemasAt(schema: Json, path: string[], beside: Record<string, string>[]): Json[] {
  return path
    .reduce<Json[]>(
      (found, name, index) => found.flatMap((each) => below(each, name, beside[index] ?? {})),
      readings(schema, beside[0] ?? {}),
    )
    .flatMap((each) => readings(each, beside[path.length] ?? {}));
}

function below(schema: Json, name: string, beside: Record<string, string>): Json[] {
  return readings(schema, beside).flatMap((each) => {
    if (name === '*') return isTree(each.items) ? [each.items] : [];
    const properties = isTree(each.properties) ? each.properties : {};
    const own = Object.hasOwn(properties, name) ? properties[name] : each.additionalProperties;
    return isTree(own) ? [own] : [];
  });
}

/** Itself, and what it may be besides. */
function readings(schema: Json, beside: Record<string, string>): Json[] {
  const choices = [schema.anyOf, schema.oneOf].flatMap((all) => (Array.isArray(all) ? (all as Json[]) : []));
  const conditions = (Array.isArray(schema.allOf) ? (schema.allOf as Json[]) : []).flatMap((each) =>
    holds(each.if, beside) && isTree(each.then) ? [each.then] : [],
  );
  const more = [...choices, ...conditions].flatMap((each) => readings(each, beside));
  // What depends on others is told before what holds for all.
  return choices.length > 0 && !isTree(schema.properties)
    ? more.map((each) => withHelp(each, schema))
    : [...more, schema];
}

function withHelp(each: Json, { description }: Json): Json {
  return each.description === undefined && description !== undefined ? { ...each, description } : each;
}

function holds(condition: unknown, beside: Record<string, string>): boolean {
  const properties = isTree(condition) && isTree(condition.properties) ? condition.properties : {};
  return Object.entries(properties).every(
    ([name, wanted]) => isTree(wanted) && beside[name] === wanted.const,
  );
}

/** The names that can stand there, each with what it is; what is told of one first holds. */
export function namesIn(schemas: Json[]): Map<string, Json> {
  const names = new Map<string, Json>();
  for (const { properties } of schemas)
    if (isTree(properties))
      for (const [name, schema] of Object.entries(properties))
        if (!names.has(name) || isBare(names.get(name)!)) names.set(name, schema as Json);
  return names;
}

function isBare({ description }: Json): boolean {
  return description === undefined;
}

/** The values that can stand there, where they can be counted. */
export function valuesIn(schemas: Json[]): unknown[] {
  return [...new Set(schemas.flatMap(countable))];
}

function countable({ enum: values, const: one, type }: Json): unknown[] {
  if (Array.isArray(values)) return values;
  if (one !== undefined) return [one];
  return type === 'boolean' ? [true, false] : [];
}
