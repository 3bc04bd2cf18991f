'use client';

import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { ChoicesField } from '@/components/form/choices-field';
import { RadioField } from '@/components/form/radio-field';
import { useMe } from '@/components/layout/me';
import { useCompanies } from '@/components/layout/use-companies';
import { ROLES } from '@/lib/roles';

/** From the least to the most, each with what it allows. */
export function RoleField() {
  const t = useTranslations('people.fields');
  const tRoles = useTranslations('account.roles');
  return (
    <RadioField
      name="role"
      label={t('role')}
      options={ROLES.toReversed().map((value) => ({
        value,
        label: tRoles(value),
        description: t(`roleHelp.${value}`),
      }))}
    />
  );
}

/** For all companies or only some; there where there are companies to choose among. */
export function ReachFields() {
  const t = useTranslations('people.fields');
  const companies = useCompanies();
  const { companyIds } = useMe();
  const reach = useWatch({ name: 'reach' });
  if (companies.length === 0) return null;
  return (
    <>
      {!companyIds && (
        <RadioField
          name="reach"
          label={t('reach')}
          options={(['all', 'some'] as const).map((value) => ({
            value,
            label: t(`reaches.${value}`),
            description: t(`reachHelp.${value}`),
          }))}
        />
      )}
      {reach === 'some' && (
        <ChoicesField
          name="companies"
          label={t('companies')}
          data={companies.map(({ key, name }) => ({ value: key, label: name }))}
        />
      )}
    </>
  );
}
