import type { z } from 'zod';
import { fromZodError } from './problem';

/** @throws AppError validation_failed, with what is wrong and where */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw fromZodError(parsed.error);
}
