import type { z } from 'zod';
import type { VariableDeclaration } from '../variables';

type Written = z.input<typeof VariableDeclaration>;
type Kind = NonNullable<Written['type']>;

/** One variable: name, type, example, and what it is called in English and Spanish. */
export function needed(
  name: string,
  type: Kind,
  example: Written['example'],
  en: string,
  es: string,
): Written {
  return { name, type, required: true, example, label: { en, es } };
}

export function optional(
  name: string,
  type: Kind,
  example: Written['example'],
  en: string,
  es: string,
): Written {
  return { name, type, required: false, example, label: { en, es } };
}
