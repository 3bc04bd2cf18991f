import type { z } from 'zod';
import { type FieldError, fieldError } from '@/lib/errors';
import { fieldErrorsOf } from '@/lib/field-errors';
import { lineOf } from './json-lines';

export type DocumentError = FieldError & { line: number | null };
export type ReadDocument<T> = { ok: true; patch: T } | { ok: false; errors: DocumentError[] };

/** A document by the API's own schema; what is wrong is named by field and line. */
export function readDocument<T>(
  text: string,
  schema: z.ZodType<T>,
  prepare: (value: unknown) => unknown = (value) => value,
): ReadDocument<T> {
  const document = parse(text);
  if (!document.ok) return { ok: false, errors: [document.error] };
  const parsed = schema.safeParse(prepare(document.value), { reportInput: true });
  if (parsed.success) return { ok: true, patch: parsed.data };
  return { ok: false, errors: fieldErrorsOf(parsed.error).map((error) => withLine(error, text)) };
}

export function withLine(error: FieldError, text: string): DocumentError {
  return { ...error, line: lineOf(text, error.path) };
}

type Parsed = { ok: true; value: unknown } | { ok: false; error: DocumentError };

/** Browsers name the line or the position of a syntax error in their message, each in its own words. */
function parse(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const { message } = error as SyntaxError;
    const line = /line (\d+)/.exec(message)?.[1] ?? lineAt(text, /position (\d+)/.exec(message)?.[1]);
    return {
      ok: false,
      error: { ...fieldError('JSON', 'not_json'), line: line ? Number(line) : null },
    };
  }
}

function lineAt(text: string, position: string | undefined): number | null {
  return position === undefined ? null : text.slice(0, Number(position)).split('\n').length;
}
