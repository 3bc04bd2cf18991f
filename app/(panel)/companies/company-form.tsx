'use client';

import { SimpleGrid } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { FormError } from '@/components/form/form-error';
import { FormShell } from '@/components/form/form-shell';
import { NumberField } from '@/components/form/number-field';
import { SelectField } from '@/components/form/select-field';
import { SwitchField } from '@/components/form/switch-field';
import { TextField } from '@/components/form/text-field';
import { useStored } from '@/components/form/use-stored';
import { useZodForm } from '@/components/form/use-zod-form';
import { useMode } from '@/components/layout/mode';
import { LANGUAGES } from '@/components/layout/preferences';
import { CompanyInput, type CompanyView } from '@/lib/companies/schema';
import { CountryField, CurrencyField, TimeZoneField } from '../settings/place-fields';
import { BrandFields } from './brand-fields';
import { NEW_COMPANY, valuesOf } from './company-form-values';

type Props = {
  /** As stored; null: a new one. */
  stored: CompanyView | null;
  /** With the version that the form began from. */
  onSubmit: (values: CompanyInput, version: number) => unknown;
  pending: boolean;
  error: FormError | null;
  lockedReason?: string | null;
};

const NEW = { values: NEW_COMPANY, version: 0 };

/** Name, place, sender and brand; a technician also sees the key and every limit. */
export function CompanyForm({ stored, onSubmit, ...shell }: Props) {
  const t = useTranslations('companies.form');
  const { technical } = useMode();
  const now = useMemo(() => (stored ? { values: valuesOf(stored), version: stored.version } : NEW), [stored]);
  const form = useZodForm(CompanyInput, now.values);
  const { version, meanwhile } = useStored(form, now);
  const units = technical ? (['minute', 'hour', 'day', 'month'] as const) : (['day', 'month'] as const);
  return (
    <FormShell
      form={form}
      onSubmit={(values) => onSubmit(values, version)}
      meanwhile={meanwhile}
      submitLabel={t('submit')}
      {...shell}
    >
      <TextField name="name" label={t('name')} data-autofocus withAsterisk maxLength={80} />
      {technical && !stored && <TextField name="key" label={t('key')} description={t('keyHelp')} />}
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <CountryField name="country" label={t('country')} />
        <SelectField name="language" label={t('language')} data={LANGUAGES} clearable />
        <TimeZoneField name="timeZone" label={t('timeZone')} description={t('asSystem')} />
        <CurrencyField name="currency" label={t('currency')} description={t('asSystem')} />
        <TextField name="fromEmail" type="email" label={t('fromEmail')} description={t('fromEmailHelp')} />
        <TextField name="fromName" label={t('fromName')} description={t('fromNameHelp')} />
        {units.map((unit) => (
          <NumberField
            key={unit}
            name={`limits.${unit}`}
            label={t(`limit.${unit}`)}
            placeholder={t('limit.none')}
            thousandSeparator=" "
          />
        ))}
      </SimpleGrid>
      <SwitchField name="ai" label={t('ai')} description={t('aiHelp')} />
      <BrandFields />
    </FormShell>
  );
}
