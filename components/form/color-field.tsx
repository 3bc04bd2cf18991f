'use client';

import { ColorInput, type ColorInputProps } from '@mantine/core';
import { useField } from './use-field';

type Props = Omit<ColorInputProps, 'name' | 'label' | 'value' | 'onChange' | 'error'> & {
  name: string;
  label: string;
};

/** A colour, as `#rrggbb`: picked, or typed by who has it from a designer. */
export function ColorField({ name, label, ...props }: Props) {
  const { field, error } = useField(name, label);
  return (
    <ColorInput
      format="hex"
      withEyeDropper={false}
      {...props}
      {...field}
      value={field.value ?? ''}
      label={label}
      error={error}
    />
  );
}
