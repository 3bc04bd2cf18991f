'use client';

import { Radio, type RadioGroupProps, Stack } from '@mantine/core';
import { useField } from './use-field';

type Props = Omit<RadioGroupProps, 'name' | 'label' | 'value' | 'onChange' | 'error' | 'children'> & {
  name: string;
  label: string;
  options: { value: string; label: string; description: string; disabled?: boolean }[];
};

/** One of a few, each with a sentence about it. */
export function RadioField({ name, label, options, ...props }: Props) {
  const { field, error } = useField(name, label);
  return (
    <Radio.Group {...props} value={field.value ?? null} onChange={field.onChange} label={label} error={error}>
      <Stack gap="xs" mt="xs">
        {options.map((option, index) => (
          <Radio
            key={option.value}
            {...option}
            onBlur={field.onBlur}
            ref={index === 0 ? field.ref : undefined}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
