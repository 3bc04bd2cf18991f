'use client';

import { useEffect, useRef } from 'react';
import { type FieldValues, type UseFormReturn, useFormState } from 'react-hook-form';
import { useLeaveWatch } from '@/components/layout/leave';
import { changedFields } from '@/lib/changes';

type Sending = { pending: boolean; error: unknown };

/**
 * Asks before the form is left with something that is not saved. A form may go on showing what it sent, or lead on by itself: what was
 * taken without an error counts as saved. Returns what is to be called when it is sent.
 */
export function useUnsaved<Input extends FieldValues, Output>(
  form: UseFormReturn<Input, unknown, Output>,
  { pending, error }: Sending,
  keptWhileTyping: boolean,
): () => void {
  const { isDirty, defaultValues } = useFormState({ control: form.control });
  const sent = useRef<Input>(null);
  const saved = useRef<Input>(null);
  const wasPending = useRef(false);

  useEffect(() => {
    if (wasPending.current && !pending && !error) saved.current = sent.current;
    wasPending.current = pending;
  }, [pending, error]);

  useLeaveWatch(isDirty && !keptWhileTyping, () => {
    if (wasPending.current) return false;
    const values = form.getValues();
    const isLike = (start: unknown) => changedFields(start, values).length === 0;
    return !isLike(defaultValues) && !(saved.current && isLike(saved.current));
  });
  return () => {
    // As they are compared: a clone of a chosen file lacks what the drop zone noted on it.
    sent.current = JSON.parse(JSON.stringify(form.getValues()));
  };
}
