'use client';

import { TextInput, type TextInputProps } from '@mantine/core';
import { useField } from './use-field';

type Props = Omit<TextInputProps, 'name' | 'label' | 'value' | 'onChange' | 'error'> & {
  name: string;
  label: string;
};

export function TextField({ name, label, ...props }: Props) {
  const { field, error } = useField(name, label);
  return <TextInput {...props} {...field} value={field.value ?? ''} label={label} error={error} />;
}
