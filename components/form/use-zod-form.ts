'use client';

import { toNestErrors } from '@hookform/resolvers';
import {
  type DefaultValues,
  type FieldValues,
  type Resolver,
  type UseFormReturn,
  useForm,
} from 'react-hook-form';
import type { z } from 'zod';
import { fieldErrorsOf } from '@/lib/field-errors';
import { dropBlanks, toFormFlaw } from './field-errors';

/** react-hook-form over the same zod schema that the server action parses with. */
export function useZodForm<Input extends FieldValues, Output>(
  schema: z.ZodType<Output, Input>,
  defaultValues: DefaultValues<Input>,
): UseFormReturn<Input, unknown, Output> {
  return useForm<Input, unknown, Output>({
    defaultValues,
    resolver: resolveBy(schema),
    mode: 'onSubmit',
    reValidateMode: 'onChange',
    // The form shell moves the focus, because it also knows errors that came from the server.
    shouldFocusError: false,
  });
}

/** Both sides of the wire find the same flaws in the same places (`fieldErrorsOf`). */
function resolveBy<Input extends FieldValues, Output>(
  schema: z.ZodType<Output, Input>,
): Resolver<Input, unknown, Output> {
  return async (values, _context, options) => {
    const parsed = await schema.safeParseAsync(dropBlanks(values), { reportInput: true });
    if (parsed.success) return { values: parsed.data, errors: {} };
    const byPath: Record<string, ReturnType<typeof toFormFlaw>> = {};
    for (const { path, ...flaw } of fieldErrorsOf(parsed.error)) byPath[path] ??= toFormFlaw(flaw);
    return { values: {}, errors: toNestErrors(byPath, options) };
  };
}
