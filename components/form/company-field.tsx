'use client';

import { useTranslations } from 'next-intl';
import { useMe } from '@/components/layout/me';
import { useCompanies } from '@/components/layout/use-companies';
import { SelectField } from './select-field';

/** Whose it is; there once there are two companies, as the switch is. */
export function CompanyField({ help }: { help: string }) {
  const t = useTranslations('common.company');
  const companies = useCompanies();
  const { companyIds } = useMe();
  if (companies.length < 2) return null;
  return (
    <SelectField
      name="company"
      label={t('label')}
      // Who works for some companies alone makes nothing for all.
      description={companyIds ? undefined : help}
      placeholder={companyIds ? undefined : t('shared')}
      clearable={!companyIds}
      clearButtonProps={{ 'aria-label': t('clear') }}
      data={companies.map(({ key, name }) => ({ value: key, label: name }))}
    />
  );
}
