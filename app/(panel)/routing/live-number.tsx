'use client';

import { NumberInput } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';

type Props = {
  label: string;
  value: number | null;
  /** What is so; said below while something else is supposed. */
  live: number | null;
  /** What a blank field means, where it may be blank. */
  blank?: string;
  max?: number;
  decimalScale?: number;
  onChange: (value: number | null) => void;
};

export function LiveNumber({ label, value, live, blank, max, decimalScale = 0, onChange }: Props) {
  const t = useTranslations('routing.suppose');
  const format = useFormatter();
  const said = live === null ? (blank ?? '') : format.number(live, { maximumFractionDigits: decimalScale });
  return (
    <NumberInput
      label={label}
      description={value === live ? undefined : t('live', { value: said })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={blank ?? '0'}
      value={value ?? ''}
      onChange={(next) => onChange(next === '' ? null : Number(next))}
      min={0}
      max={max}
      clampBehavior="strict"
      decimalScale={decimalScale}
      allowNegative={false}
      hideControls
    />
  );
}
