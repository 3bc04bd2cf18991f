'use client';

import { Textarea, type TextareaProps } from '@mantine/core';
import { useField } from './use-field';

type Props = Omit<TextareaProps, 'name' | 'label' | 'value' | 'onChange' | 'error'> & {
  name: string;
  label: string;
};

export function TextareaField({ name, label, ...props }: Props) {
  const { field, error } = useField(name, label);
  return (
    <Textarea
      autosize
      minRows={4}
      maxRows={20}
      {...props}
      {...field}
      value={field.value ?? ''}
      label={label}
      error={error}
    />
  );
}
