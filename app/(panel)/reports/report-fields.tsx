'use client';

import { SimpleGrid } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { CompanyField } from '@/components/form/company-field';
import { EntriesField } from '@/components/form/entries-field';
import { SelectField } from '@/components/form/select-field';
import { SwitchField } from '@/components/form/switch-field';
import { TextField } from '@/components/form/text-field';
import { LOCALES } from '@/lib/i18n/locales';
import { FREQUENCIES, MOST_RECIPIENTS } from '@/lib/reports/schema';
import { emailAddress } from '@/lib/validation';
import { TimeZoneField } from '../settings/place-fields';
import { HourField } from './hour-field';

const split = (text: string) => text.split(/[\s,;]+/).filter(Boolean);

export function ReportFields({ isNew }: { isNew: boolean }) {
  const t = useTranslations('reports.form');
  const languages = useTranslations('reports.languages');
  return (
    <>
      <TextField name="name" label={t('name')} placeholder={t('nameHint')} data-autofocus withAsterisk />
      <EntriesField
        name="recipients"
        label={t('recipients')}
        description={t('recipientsHelp')}
        split={split}
        check={(entry) => (emailAddress.safeParse(entry).success ? null : t('recipientWrong'))}
        max={MOST_RECIPIENTS}
        withAsterisk
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <SelectField
          name="frequency"
          label={t('frequency')}
          data={FREQUENCIES.map((value) => ({ value, label: t(`frequencies.${value}`) }))}
        />
        <HourField name="hour" label={t('hour')} />
        <TimeZoneField name="timeZone" label={t('timeZone')} description={t('timeZoneHelp')} />
        <SelectField
          name="language"
          label={t('language')}
          data={LOCALES.map((value) => ({ value, label: languages(value) }))}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
      </SimpleGrid>
      {isNew ? <CompanyField help={t('companyHelp')} /> : <SwitchField name="active" label={t('active')} />}
    </>
  );
}
