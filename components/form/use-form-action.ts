'use client';

import { useState } from 'react';
import { type Result, useAction } from '@/components/layout/use-action';
import type { FormError } from './form-error';

type Options<T> = {
  invalidates?: string[];
  success?: string;
  onSuccess?: (data: T) => void | Promise<void>;
};

/** A server action as a form needs it: its refusal is kept, to be shown above the form and on the fields. */
export function useFormAction<Input, T>(
  action: (input: Input) => Promise<Result<T>>,
  options: Options<T> = {},
) {
  const [error, setError] = useState<FormError | null>(null);
  const { run, pending } = useAction(action, {
    ...options,
    onError: (refusal) => {
      setError(refusal);
      return true;
    },
  });
  const submit = (input: Input) => {
    setError(null);
    return run(input);
  };
  return { submit, pending, error };
}
