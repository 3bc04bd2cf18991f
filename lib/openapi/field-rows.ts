import type { JsonSchema } from './to-schema';
import type { FieldRow, FieldTable } from './view-schema';

type Components = Record<string, JsonSchema>;

/** Deeper nobody reads a table. */
const DEEPEST = 4;

/** The tables of a schema: one, or one for each kind of object that it may be, with its name. */
export function fieldTables(schema: JsonSchema, components: Components): FieldTable[] {
  const kinds = (resolve(schema, components).anyOf ?? []) as JsonSchema[];
  const tables = kinds.map((kind) => ({
    ...(typeof kind.$ref === 'string' && { name: nameOf(kind.$ref) }),
    fields: fieldRows(kind, components),
  }));
  const told = tables.filter(({ fields }) => fields.length > 0);
  return told.length > 1 ? told : [{ fields: fieldRows(schema, components) }];
}

/** The fields of a schema one under the other, with those within them by their path. */
export function fieldRows(schema: JsonSchema, components: Components, prefix = '', depth = 0): FieldRow[] {
  const { properties, required = [] } = objectIn(schema, components);
  if (!properties || depth >= DEEPEST) return [];
  return Object.entries(properties as Record<string, JsonSchema>).flatMap(([name, property]) => {
    const path = `${prefix}${name}`;
    const row: FieldRow = {
      path,
      type: typeName(property, components),
      required: (required as string[]).includes(name),
      about: aboutOf(property, components),
    };
    return [
      row,
      ...fieldRows(property, components, `${path}${isList(property, components) ? '[]' : ''}.`, depth + 1),
    ];
  });
}

/** Such as `string`, `time | null`, `"urgent" | "high"`, `Address[]`. */
export function typeName(schema: JsonSchema, components: Components): string {
  if (typeof schema.$ref === 'string') {
    const target = resolve(schema, components);
    return target.enum || target.type === 'string' ? typeName(target, components) : nameOf(schema.$ref);
  }
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum))
    return schema.enum.length > MOST_NAMED
      ? 'string'
      : schema.enum.map((each) => JSON.stringify(each)).join(' | ');
  const either = (schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined;
  if (either) return [...new Set(either.map((each) => typeName(each, components)))].join(' | ');
  if (Array.isArray(schema.type)) return schema.type.join(' | ');
  if (schema.type === 'array') {
    const item = typeName((schema.items ?? {}) as JsonSchema, components);
    return item.includes(' ') ? `(${item})[]` : `${item}[]`;
  }
  if (typeof schema.format === 'string') return FORMATS[schema.format] ?? schema.format;
  if (schema.contentEncoding === 'base64') return 'base64';
  return String(schema.type ?? 'any');
}

/** More options than a line has room for stand in the document. */
const MOST_NAMED = 14;

const FORMATS: Record<string, string> = { 'date-time': 'time', uuid: 'id' };

function aboutOf(schema: JsonSchema, components: Components): string | undefined {
  const text = schema.description ?? (schema.$ref ? resolve(schema, components).description : undefined);
  const parts = [
    text,
    schema.default === undefined ? undefined : `Default: \`${JSON.stringify(schema.default)}\`.`,
  ];
  return parts.filter(Boolean).join(' ') || undefined;
}

function objectIn(schema: JsonSchema, components: Components): JsonSchema {
  const resolved = resolve(schema, components);
  if (resolved.properties) return resolved;
  if (resolved.type === 'array') return objectIn((resolved.items ?? {}) as JsonSchema, components);
  const either = (resolved.anyOf ?? resolved.oneOf) as JsonSchema[] | undefined;
  // Of several kinds of objects no table can be made; of one or nothing it can.
  const objects = (either ?? [])
    .map((each) => objectIn(each, components))
    .filter(({ properties }) => properties);
  return objects.length === 1 ? objects[0]! : {};
}

function isList(schema: JsonSchema, components: Components): boolean {
  const resolved = resolve(schema, components);
  const either = (resolved.anyOf ?? []) as JsonSchema[];
  return resolved.type === 'array' || either.some((each) => resolve(each, components).type === 'array');
}

function resolve(schema: JsonSchema, components: Components): JsonSchema {
  return typeof schema.$ref === 'string' ? (components[nameOf(schema.$ref)] ?? {}) : schema;
}

function nameOf(reference: string): string {
  return reference.split('/').at(-1)!;
}
