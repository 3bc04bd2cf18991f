'use client';

import { Textarea, type TextareaProps } from '@mantine/core';
import { useField } from '@/components/form/use-field';

type Props = Pick<TextareaProps, 'description' | 'withAsterisk'> & { name: string; label: string };

/** A list of texts, one on each line. */
export function LinesField({ name, label, ...props }: Props) {
  const { field, error } = useField(name, label);
  const lines: string[] = Array.isArray(field.value) ? field.value : [];
  return (
    <Textarea
      autosize
      minRows={2}
      maxRows={10}
      {...props}
      {...field}
      value={lines.join('\n')}
      onChange={({ currentTarget: { value } }) => field.onChange(value === '' ? '' : value.split('\n'))}
      label={label}
      error={error}
    />
  );
}
