'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import {
  type DefaultValues,
  type FieldValues,
  type Resolver,
  type UseFormReturn,
  useForm,
} from 'react-hook-form';
import type { z } from 'zod';
import { en } from 'zod/locales';
import { dropBlanks } from './field-errors';

/** Both sides of the wire complain in the same words, which the fields then translate (`field-message.ts`). */
const ENGLISH = { error: en().localeError };

/** react-hook-form over the same zod schema that the server action parses with. */
export function useZodForm<Input extends FieldValues, Output>(
  schema: z.ZodType<Output, Input>,
  defaultValues: DefaultValues<Input>,
): UseFormReturn<Input, unknown, Output> {
  const resolve = zodResolver(schema, ENGLISH) as unknown as Resolver<Input, unknown, Output>;
  return useForm<Input, unknown, Output>({
    defaultValues,
    resolver: (values, context, options) => resolve(dropBlanks(values), context, options),
    mode: 'onSubmit',
    reValidateMode: 'onChange',
    // The form shell moves the focus, because it also knows errors that came from the server.
    shouldFocusError: false,
  });
}
