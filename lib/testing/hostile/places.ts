import type { z } from 'zod';

export type Place = (string | number)[];

/** Every place in a document, itself included. */
export function placesOf(document: unknown, at: Place = []): Place[] {
  if (typeof document !== 'object' || document === null) return [at];
  const steps = Array.isArray(document) ? [...document.keys()] : Object.keys(document);
  return [at, ...steps.flatMap((step) => placesOf((document as never)[step], [...at, step]))];
}

type Schema = z.core.$ZodType;
type Definition = {
  shape?: Record<string, Schema>;
  element?: Schema;
  options?: Schema[];
  innerType?: Schema;
  in?: Schema;
};

/** Every place that a schema knows; the first of a list stands for all. */
export function placesOfSchema(schema: Schema, at: Place = []): Place[] {
  const def = schema._zod.def as Definition;
  if (def.shape)
    return [at, ...Object.entries(def.shape).flatMap(([name, part]) => placesOfSchema(part, [...at, name]))];
  if (def.element) return [at, ...placesOfSchema(def.element, [...at, 0])];
  const inner = def.options ?? [def.innerType ?? def.in].filter((part) => part !== undefined);
  return [at, ...inner.flatMap((part) => placesOfSchema(part, at))];
}

/** A copy of the document with that value there, and whatever is needed around it. */
export function replaceAt(document: unknown, [step, ...rest]: Place, value: unknown): unknown {
  if (step === undefined) return value;
  const isContainer = typeof document === 'object' && document !== null;
  const part = replaceAt(isContainer ? (document as never)[step] : undefined, rest, value);
  if (typeof step === 'number') {
    const list = Array.isArray(document) ? [...document] : [];
    list[step] = part;
    return list;
  }
  return { ...(isContainer ? document : {}), [step]: part };
}
