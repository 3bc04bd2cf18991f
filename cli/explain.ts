import { ZodError } from 'zod';
import { AppError, errorMessage } from '@/lib/errors';
import { fromZodError } from '@/lib/http/problem';
import { redactText } from '@/lib/text/redact';

/** What went wrong, in one line; wrong fields by name. */
export function explain(error: unknown): string {
  const known = error instanceof ZodError ? fromZodError(error) : error;
  const fields = known instanceof AppError ? known.errors : undefined;
  const text = fields?.length
    ? fields.map(({ path, message }) => `${path}: ${message}`).join('; ')
    : errorMessage(known);
  return redactText(text).replace(/\s*\n\s*/g, '; ');
}
