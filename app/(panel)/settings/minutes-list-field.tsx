'use client';

import { TagsInput } from '@mantine/core';
import { useField } from '@/components/form/use-field';
import { HELP_BELOW } from './help-below';

type Props = {
  name: string;
  label: string;
  description: string | undefined;
  /** What holds while nothing is given; without it, nothing given is a plan of no further try. */
  whenBlank?: string;
  whenNone?: string;
};

/** Numbers one after the other. What is none stays as it was typed, to be refused in place. */
export function MinutesListField({ name, label, description, whenBlank, whenNone }: Props) {
  const { field, error } = useField(name, label);
  const minutes: unknown[] = Array.isArray(field.value) ? field.value : [];
  return (
    <TagsInput
      {...field}
      label={label}
      description={description}
      inputWrapperOrder={[...HELP_BELOW]}
      error={error}
      value={minutes.map(String)}
      placeholder={minutes.length > 0 ? undefined : Array.isArray(field.value) ? whenNone : whenBlank}
      onChange={(typed) => field.onChange(typed.length === 0 && whenBlank ? '' : typed.map(toNumber))}
      acceptValueOnBlur
      allowDuplicates
      splitChars={[',', ';', ' ']}
    />
  );
}

function toNumber(text: string): number | string {
  const number = Number(text);
  return text.trim() === '' || Number.isNaN(number) ? text : number;
}
