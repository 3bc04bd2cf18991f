'use client';

import { Select, type SelectProps } from '@mantine/core';
import { useField } from './use-field';

type Props = Omit<SelectProps, 'name' | 'label' | 'value' | 'onChange' | 'error'> & {
  name: string;
  label: string;
};

/** One of a few. With `clearable`, nothing chosen is the empty string and counts as absent. */
export function SelectField({ name, label, ...props }: Props) {
  const { field, error } = useField(name, label);
  return (
    <Select
      allowDeselect={false}
      {...props}
      {...field}
      value={field.value || null}
      onChange={(value) => field.onChange(value ?? '')}
      label={label}
      error={error}
    />
  );
}
