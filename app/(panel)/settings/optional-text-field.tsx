'use client';

import { TextInput, type TextInputProps } from '@mantine/core';
import { useField } from '@/components/form/use-field';
import { HELP_BELOW } from './help-below';

type Props = Omit<TextInputProps, 'name' | 'label' | 'value' | 'onChange' | 'error'> & {
  name: string;
  label: string;
};

/** Empty is nothing: `null`. */
export function OptionalTextField({ name, label, ...props }: Props) {
  const { field, error } = useField(name, label);
  return (
    <TextInput
      {...props}
      {...field}
      value={(field.value as string | null) ?? ''}
      onChange={({ currentTarget: { value } }) => field.onChange(value.trim() === '' ? null : value)}
      inputWrapperOrder={[...HELP_BELOW]}
      label={label}
      error={error}
    />
  );
}
