import type { z } from 'zod';

type Io = 'input' | 'output';
/** `texts`: what its fields mean, which their schema does not tell. */
export type Named = { name: string; schema: z.ZodType; io: Io; texts?: Record<string, string> };

const BY_SCHEMA = new Map<unknown, Named>();
const BY_NAME = new Map<string, Named>();

/** Gives a schema a place of its own in the document: wherever it stands it is referred to by this name. */
export function named<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  io: Io = 'output',
  texts?: Named['texts'],
): Schema {
  const known = BY_NAME.get(name);
  if (known && known.schema !== schema) throw new Error(`Two schemas are called ${name}.`);
  const entry = { name, schema, io, texts };
  BY_NAME.set(name, entry);
  BY_SCHEMA.set(schema, entry);
  return schema;
}

export function findNamed(schema: unknown): Named | undefined {
  return BY_SCHEMA.get(schema);
}

export function getNamed(name: string): Named {
  const found = BY_NAME.get(name);
  if (!found) throw new Error(`No schema is called ${name}.`);
  return found;
}

/** Says more than the schema does, where neither may say less: the compiler compares both ways, and the names of all fields. */
type Same<View, Schema extends z.ZodType> = [z.output<Schema>] extends [View]
  ? [View] extends [z.output<Schema>]
    ? [keyof View] extends [keyof z.output<Schema>]
      ? Schema
      : { missing: Exclude<keyof View, keyof z.output<Schema>> }
    : { narrowerThan: View }
  : { widerThan: View };

/** The schema of what a verb answers, which must be the very type that it returns: `answerOf<TokenView>()('Token', z.strictObject(…))`. */
export function answerOf<View>() {
  return <Schema extends z.ZodType>(name: string, schema: Schema & Same<View, Schema>): Schema =>
    named(name, schema as Schema);
}
