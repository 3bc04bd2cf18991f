'use client';

import { Text, TextInput, type TextInputProps } from '@mantine/core';
import { useLocale } from 'next-intl';
import type { Ref } from 'react';
import { useCurrency } from '@/components/layout/money';
import { decimalOf, writeDecimal } from './decimals';
import { useField } from './use-field';

type Props = Pick<TextInputProps, 'description' | 'placeholder'> & { name: string; label: string };

/** An amount as the reader's language writes it, with its currency; a comma and a point both are the decimal sign. */
export function MoneyField({ name, label, ...props }: Props) {
  const { field, error } = useField(name, label);
  return <MoneyInput {...props} {...field} label={label} error={error} />;
}

type InputProps = Pick<
  TextInputProps,
  'description' | 'placeholder' | 'label' | 'error' | 'onBlur' | 'name'
> & {
  ref?: Ref<HTMLInputElement>;
  /** A decimal string with a point, as the API has it. */
  value: string | null | undefined;
  onChange: (decimal: string) => void;
};

export function MoneyInput({ value, onChange, ...props }: InputProps) {
  const locale = useLocale();
  const currency = useCurrency();
  return (
    <TextInput
      {...props}
      value={writeDecimal(value ?? '', locale)}
      onChange={(event) => onChange(decimalOf(event.currentTarget.value))}
      inputMode="decimal"
      autoComplete="off"
      rightSectionWidth={52}
      rightSectionPointerEvents="none"
      rightSection={
        <Text span size="xs" c="dimmed">
          {currency}
        </Text>
      }
    />
  );
}
