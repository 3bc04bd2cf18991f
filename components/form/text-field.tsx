'use client';

import { TextInput, type TextInputProps } from '@mantine/core';
import { useField } from './use-field';

type Props = Omit<TextInputProps, 'name' | 'label' | 'value' | 'onChange' | 'error'> & {
  name: string;
  label: string;
  /** Nothing typed is no value: `null`. */
  emptyIsNull?: boolean;
};

export function TextField({ name, label, emptyIsNull = false, ...props }: Props) {
  const { field, error } = useField(name, label);
  const onChange = (value: string) => field.onChange(emptyIsNull && value.trim() === '' ? null : value);
  return (
    <TextInput
      {...props}
      {...field}
      value={field.value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      label={label}
      error={error}
    />
  );
}
