'use client';

import { useTranslations } from 'next-intl';
import { SelectField } from '@/components/form/select-field';
import { HELP_BELOW } from './help-below';

type Props = {
  name: string;
  label: string;
  description: string | undefined;
  values: readonly string[];
  /** Where each of them is told in words. */
  texts: 'keptAddresses' | 'sparing';
};

/** One of a few ways. */
export function ChoiceField({ values, texts, ...props }: Props) {
  const t = useTranslations('settings');
  return (
    <SelectField
      {...props}
      data={values.map((value) => ({ value, label: t(`${texts}.${value}`) }))}
      inputWrapperOrder={[...HELP_BELOW]}
    />
  );
}
