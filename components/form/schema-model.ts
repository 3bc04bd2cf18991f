/** The part of JSON Schema (2020-12) that zod writes for settings. */
export type JsonSchema = {
  type?: string | string[];
  title?: string;
  description?: string;
  /** Only for technicians: from `.meta({ technical: true })`. */
  technical?: boolean;
  'x-technical'?: boolean;
  default?: unknown;
  const?: unknown;
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  properties?: Record<string, JsonSchema | boolean>;
  required?: string[];
  additionalProperties?: unknown;
  items?: JsonSchema | boolean | (JsonSchema | boolean)[];
  anyOf?: (JsonSchema | boolean)[];
  oneOf?: (JsonSchema | boolean)[];
};

export type FieldKind = 'text' | 'integer' | 'number' | 'boolean' | 'choice' | 'list' | 'group';

/** One input to draw. `key` is the path without the form's prefix: translations are looked up by it. */
export type FieldModel = {
  key: string;
  kind: FieldKind;
  title: string;
  description: string | undefined;
  required: boolean;
  technical: boolean;
  initial: unknown;
  choices: string[];
  min: number | undefined;
  max: number | undefined;
  fields: FieldModel[];
};

/** What to draw for an object schema, in its own order. */
export function fieldsOf(schema: JsonSchema, parent = ''): FieldModel[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const key = parent ? `${parent}.${name}` : name;
    const field = isSchema(property) && fieldOf(property, key, name, required.has(name));
    return field ? [field] : [];
  });
}

/** Values a new form starts with: the schema's defaults, blanks elsewhere. */
export function initialValues(fields: FieldModel[]): Record<string, unknown> {
  return Object.fromEntries(
    fields.map((field) => {
      const name = field.key.split('.').at(-1)!;
      if (field.kind === 'group') return [name, initialValues(field.fields)];
      return [name, field.initial ?? BLANK[field.kind]];
    }),
  );
}

/** Drops the fields that only a technician sees. */
export function withoutTechnical(fields: FieldModel[]): FieldModel[] {
  return fields
    .filter((field) => !field.technical)
    .map((field) => ({ ...field, fields: withoutTechnical(field.fields) }))
    .filter((field) => field.kind !== 'group' || field.fields.length > 0);
}

/** The counterpart of `withoutTechnical`: together they are all fields. A technical group stays whole. */
export function onlyTechnical(fields: FieldModel[]): FieldModel[] {
  return fields
    .map((field) => (field.technical ? field : { ...field, fields: onlyTechnical(field.fields) }))
    .filter((field) => field.technical || field.fields.length > 0);
}

const BLANK: Record<Exclude<FieldKind, 'group'>, unknown> = {
  text: '',
  integer: '',
  number: '',
  boolean: false,
  choice: '',
  list: [],
};

function fieldOf(schema: JsonSchema, key: string, name: string, required: boolean): FieldModel | null {
  const inner = unwrap(schema);
  const kind = kindOf(inner);
  if (!kind) return null;
  return {
    key,
    kind,
    title: schema.title ?? inner.title ?? humanize(name),
    description: schema.description ?? inner.description,
    // A setting with a default may be left alone, whatever direction the schema was written for.
    required: required && (schema.default ?? inner.default) === undefined,
    technical: isTechnical(schema) || isTechnical(inner),
    initial: schema.default ?? inner.default,
    choices: (inner.enum ?? []).filter((choice) => typeof choice === 'string'),
    min: inner.minimum,
    max: inner.maximum,
    fields: kind === 'group' ? fieldsOf(inner, key) : [],
  };
}

function kindOf(schema: JsonSchema): FieldKind | null {
  const type = Array.isArray(schema.type) ? schema.type.find((entry) => entry !== 'null') : schema.type;
  if (schema.enum) return 'choice';
  if (type === 'string') return 'text';
  if (type === 'integer' || type === 'number' || type === 'boolean') return type;
  if (type === 'array' && isSchema(schema.items) && schema.items.type === 'string') return 'list';
  if (type === 'object' && schema.properties) return 'group';
  return null;
}

/** `anyOf: [X, null]` is an optional X. */
function unwrap(schema: JsonSchema): JsonSchema {
  const options = (schema.anyOf ?? schema.oneOf ?? []).filter(isSchema).filter(({ type }) => type !== 'null');
  return options.length === 1 ? options[0]! : schema;
}

/** `true` and `false` are schemas too, of anything and of nothing: there is no input for those. */
export function isSchema(value: JsonSchema['items']): value is JsonSchema {
  return typeof value === 'object' && !Array.isArray(value);
}

function isTechnical(schema: JsonSchema): boolean {
  return schema.technical === true || schema['x-technical'] === true;
}

/** `maxConnections` → `Max connections`, for a setting that has no translation and no title. */
function humanize(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
