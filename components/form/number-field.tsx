'use client';

import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useField } from './use-field';

type Props = Omit<NumberInputProps, 'name' | 'label' | 'value' | 'onChange' | 'error'> & {
  name: string;
  label: string;
};

export function NumberField({ name, label, ...props }: Props) {
  const { field, error } = useField(name, label);
  return (
    <NumberInput
      allowDecimal={false}
      clampBehavior="none"
      {...props}
      {...field}
      value={field.value ?? ''}
      label={label}
      error={error}
    />
  );
}
