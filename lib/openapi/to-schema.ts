import { z } from 'zod';
import { findNamed, getNamed } from './named';

export type JsonSchema = { [name: string]: unknown };

/** Formats whose pattern says the same at the length of a line. */
const PLAIN_FORMATS = new Set(['date-time', 'date', 'uuid']);

/** JSON Schemas for one document: what has a name is referred to, and told once by `components`. */
export class Schemas {
  private readonly used = new Set<string>();
  private readonly texts = new Map<string, Record<string, string>>();

  of(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const known = findNamed(schema);
    return known ? this.reference(known.name) : this.inline(schema, io);
  }

  /** With what its fields mean, which their schema does not tell. */
  withTexts(schema: z.ZodType, io: 'input' | 'output', texts: Record<string, string>): JsonSchema {
    const known = findNamed(schema);
    if (!known) return describeFields(this.inline(schema, io), texts);
    this.texts.set(known.name, texts);
    return this.reference(known.name);
  }

  reference(name: string): JsonSchema {
    this.used.add(name);
    return { $ref: `#/components/schemas/${name}` };
  }

  /** Of all that was asked for so far, and what those refer to. */
  components(): Record<string, JsonSchema> {
    const told = new Map<string, JsonSchema>();
    // A set goes on through what is added on the way.
    for (const name of this.used) {
      const { schema, io, texts } = getNamed(name);
      told.set(name, describeFields(this.inline(schema, io), { ...texts, ...this.texts.get(name) }));
    }
    return Object.fromEntries([...told].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** The schema itself, with what has a name within it as a reference. */
  inline(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const { $schema: _, ...json } = z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema }) => {
        const known = Object.is(zodSchema, schema) ? undefined : findNamed(zodSchema);
        if (known) {
          const { description } = jsonSchema;
          for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
          Object.assign(jsonSchema, this.reference(known.name), description && { description });
        }
        if (PLAIN_FORMATS.has(jsonSchema.format ?? '')) delete jsonSchema.pattern;
      },
    });
    return json;
  }
}

function describeFields(json: JsonSchema, texts: Record<string, string>): JsonSchema {
  const properties = (json.properties ?? {}) as Record<string, JsonSchema>;
  const told = Object.entries(properties).map(([name, property]) => [
    name,
    texts[name] ? { ...property, description: texts[name] } : property,
  ]);
  return told.length > 0 ? { ...json, properties: Object.fromEntries(told) } : json;
}
