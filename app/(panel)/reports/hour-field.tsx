'use client';

import { Select } from '@mantine/core';
import { useField } from '@/components/form/use-field';
import { hourText } from './hour-text';

const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: hourText(hour) }));

/** A number in the form, a clock to choose from on the page. */
export function HourField({ name, label }: { name: string; label: string }) {
  const { field, error } = useField(name, label);
  return (
    <Select
      {...field}
      allowDeselect={false}
      value={String(field.value)}
      onChange={(value) => field.onChange(Number(value))}
      data={HOURS}
      label={label}
      error={error}
    />
  );
}
