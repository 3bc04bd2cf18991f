'use client';

import { Switch, type SwitchProps } from '@mantine/core';
import { useField } from './use-field';

type Props = Omit<SwitchProps, 'name' | 'label' | 'value' | 'checked' | 'onChange' | 'error'> & {
  name: string;
  label: string;
};

export function SwitchField({ name, label, ...props }: Props) {
  const {
    field: { value, ...field },
    error,
  } = useField(name, label);
  return <Switch {...props} {...field} checked={value === true} label={label} error={error} />;
}
