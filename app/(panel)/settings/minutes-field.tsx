'use client';

import { NumberInput } from '@mantine/core';
import { useField } from '@/components/form/use-field';
import { HELP_BELOW } from './help-below';

type Props = { name: string; label: string; description: string | undefined };

/** Minutes on the screen, seconds in the form. */
export function MinutesField({ name, label, description }: Props) {
  const { field, error } = useField(name, label);
  const seconds: unknown = field.value;
  return (
    <NumberInput
      {...field}
      label={label}
      description={description}
      error={error}
      value={typeof seconds === 'number' ? toMinutes(seconds) : ''}
      onChange={(minutes) => field.onChange(typeof minutes === 'number' ? Math.round(minutes * 60) : '')}
      decimalScale={2}
      clampBehavior="none"
      inputWrapperOrder={[...HELP_BELOW]}
      suffix=" min"
    />
  );
}

export function toMinutes(seconds: number): number {
  return Math.round((seconds / 60) * 100) / 100;
}
