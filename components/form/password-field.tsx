'use client';

import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useField } from './use-field';

type Props = Omit<PasswordInputProps, 'name' | 'label' | 'value' | 'onChange' | 'error'> & {
  name: string;
  label: string;
};

/** A password being typed now; one that is stored and write-only is a `SecretField`. */
export function PasswordField({ name, label, ...props }: Props) {
  const { field, error } = useField(name, label);
  return <PasswordInput {...props} {...field} value={field.value ?? ''} label={label} error={error} />;
}
