'use client';

import { TagsInput, type TagsInputProps } from '@mantine/core';
import { useField } from './use-field';

type Props = Omit<TagsInputProps, 'name' | 'label' | 'value' | 'onChange' | 'error'> & {
  name: string;
  label: string;
};

/** Several short values. What is typed counts even when Enter was not pressed. */
export function TagsField({ name, label, ...props }: Props) {
  const { field, error } = useField(name, label);
  return (
    <TagsInput
      acceptValueOnBlur
      splitChars={[',', ';']}
      {...props}
      {...field}
      value={field.value ?? []}
      label={label}
      error={error}
    />
  );
}
