'use client';

import { NumberInput } from '@mantine/core';
import { useTranslations } from 'next-intl';

type Props = { number: number; value: number | null; onChange: (value: number | null) => void };

/** Any other version, by its number; left empty: the one before. */
export function AgainstField({ number, value, onChange }: Props) {
  const t = useTranslations('configuration.versions');
  const choose = (text: string) => {
    const wanted = Number(text);
    if (text === '') onChange(null);
    else if (Number.isInteger(wanted) && wanted > 0 && wanted !== number && wanted !== value)
      onChange(wanted);
  };
  return (
    <NumberInput
      key={value}
      label={t('against')}
      defaultValue={value ?? ''}
      min={1}
      allowDecimal={false}
      allowNegative={false}
      maw={220}
      mb="md"
      onBlur={({ currentTarget }) => choose(currentTarget.value)}
      onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
    />
  );
}
