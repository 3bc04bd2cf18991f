'use client';

import { useTranslations } from 'next-intl';
import { useCompanies } from '@/components/layout/use-companies';
import { SelectField } from './select-field';

/** Whose it is; there once there are two companies, as the switch is. */
export function CompanyField({ help }: { help: string }) {
  const t = useTranslations('common.company');
  const companies = useCompanies();
  if (companies.length < 2) return null;
  return (
    <SelectField
      name="company"
      label={t('label')}
      description={help}
      placeholder={t('shared')}
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
      data={companies.map(({ key, name }) => ({ value: key, label: name }))}
    />
  );
}
