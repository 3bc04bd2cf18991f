'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { RadioField } from '@/components/form/radio-field';
import { SelectField } from '@/components/form/select-field';
import { SwitchField } from '@/components/form/switch-field';
import { TextField } from '@/components/form/text-field';
import { TextareaField } from '@/components/form/textarea-field';
import { apiQuery } from '@/components/layout/api';
import { OPT_INS } from '@/lib/lists/schema';

export function ListFields() {
  const t = useTranslations('lists');
  const templates = useQuery(apiQuery('templates'));
  const published = (templates.data?.data ?? []).filter((one) => one.channel === 'email' && one.published);
  return (
    <>
      <TextField name="title" label={t('form.title')} data-autofocus maxLength={120} />
      <TextareaField
        name="description"
        label={t('form.description')}
        maxLength={1_000}
        autosize
        minRows={2}
      />
      <RadioField
        name="optIn"
        label={t('form.optIn')}
        options={OPT_INS.toReversed().map((value) => ({
          value,
          label: t(`optIn.${value}.label`),
          description: t(`optIn.${value}.help`),
        }))}
      />
      <SwitchField name="openForm" label={t('form.openForm')} description={t('form.openFormHelp')} />
      <SelectField
        name="welcome"
        label={t('form.welcome')}
        description={t('form.welcomeHelp')}
        data={published.map(({ key, title }) => ({ value: key, label: title }))}
        clearable
        searchable
      />
    </>
  );
}
