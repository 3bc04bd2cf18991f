'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { nounKey } from '@/components/layout/noun-key';
import { type Result, useAction } from '@/components/layout/use-action';
import type { FormError } from './form-error';

type Options<T> = {
  invalidates?: string[];
  success?: string | ((data: T) => string);
  onSuccess?: (data: T) => void | Promise<void>;
};

/** A server action as a form needs it: its refusal is kept, to be shown above the form and on the fields. */
export function useFormAction<Input, T>(
  action: (input: Input) => Promise<Result<T>>,
  options: Options<T> = {},
) {
  const [error, setError] = useState<FormError | null>(null);
  const queryClient = useQueryClient();
  const { run, pending } = useAction(action, {
    ...options,
    onError: (refusal) => {
      const stale = refusal.code === 'changed_meanwhile';
      // Nothing is wrong with those fields: what they saved is read, and the form shows the difference.
      setError(stale ? { ...refusal, detail: '', errors: undefined } : refusal);
      if (stale)
        for (const noun of options.invalidates ?? [])
          void queryClient.invalidateQueries({ queryKey: nounKey(noun) });
      return true;
    },
  });
  const submit = (input: Input) => {
    setError(null);
    return run(input);
  };
  return { submit, pending, error };
}
