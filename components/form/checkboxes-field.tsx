'use client';

import { Checkbox, type CheckboxGroupProps, Group } from '@mantine/core';
import { useField } from './use-field';

type Props = Omit<CheckboxGroupProps, 'name' | 'label' | 'value' | 'onChange' | 'error' | 'children'> & {
  name: string;
  label: string;
  options: { value: string; label: string; disabled?: boolean }[];
};

/** Any of a few. */
export function CheckboxesField({ name, label, options, ...props }: Props) {
  const { field, error } = useField(name, label);
  return (
    <Checkbox.Group
      {...props}
      value={field.value ?? []}
      onChange={field.onChange}
      label={label}
      error={error}
    >
      <Group mt="xs">
        {options.map((option, index) => (
          <Checkbox
            key={option.value}
            value={option.value}
            label={option.label}
            disabled={option.disabled}
            onBlur={field.onBlur}
            ref={index === 0 ? field.ref : undefined}
          />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
