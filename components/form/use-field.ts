'use client';

import { useController } from 'react-hook-form';
import { firstError } from './field-errors';
import { useRegisterField } from './field-registry';
import { useFieldMessage } from './use-field-message';

/** One field of the surrounding form: its value, how to change it, and what is wrong with it in the reader's words. */
export function useField(name: string, label: string) {
  const { field, fieldState } = useController({ name });
  const say = useFieldMessage();
  useRegisterField(name, label);
  const wrong = firstError(fieldState.error);
  return { field, error: wrong && say(wrong) };
}
