'use client';

import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import { useField } from './use-field';

type Props = Omit<MultiSelectProps, 'name' | 'label' | 'value' | 'onChange' | 'error'> & {
  name: string;
  label: string;
};

/** Several of a few, in the order in which they were chosen. */
export function ChoicesField({ name, label, ...props }: Props) {
  const { field, error } = useField(name, label);
  return (
    <MultiSelect
      {...props}
      {...field}
      value={field.value ?? []}
      label={label}
      error={error}
      hidePickedOptions
    />
  );
}
