'use client';

import { SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { NumberField } from '@/components/form/number-field';
import { RadioField } from '@/components/form/radio-field';
import { SelectField } from '@/components/form/select-field';
import { SwitchField } from '@/components/form/switch-field';
import { TagsField } from '@/components/form/tags-field';
import { TextField } from '@/components/form/text-field';
import { TextareaField } from '@/components/form/textarea-field';
import { apiQuery } from '@/components/layout/api';
import { useMode } from '@/components/layout/mode';
import { MODES } from '@/lib/notifications/types/schema';
import { StepsField } from './steps-field';

/** `starter`: the template that comes with Relevo for it, there before anybody has used it. */
export function TypeFields({ starter }: { starter: string | null }) {
  const t = useTranslations('notification-types');
  const { technical } = useMode();
  const { data } = useQuery(apiQuery('templates'));
  const templates = (data?.data ?? []).map(({ key, title }) => ({ value: key, label: title }));
  const isMissing = starter !== null && !templates.some(({ value }) => value === starter);
  const mine = isMissing ? [{ value: starter, label: t('form.ofRelevo') }, ...templates] : templates;
  return (
    <>
      <TextField name="title" label={t('form.title')} maxLength={120} />
      <SwitchField name="active" label={t('form.active')} description={t('form.activeHelp')} />
      <RadioField
        name="mode"
        label={t('form.mode')}
        options={MODES.map((value) => ({
          value,
          label: t(`modes.${value}.label`),
          description: t(`modes.${value}.help`),
        }))}
      />
      <StepsField />
      <SelectField
        name="template"
        label={t('form.template')}
        description={t('form.templateHelp')}
        data={mine}
        clearable
        clearButtonProps={{ 'aria-label': t('form.noTemplate') }}
        searchable
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextareaField name="textEs" label={t('form.textEs')} description={t('form.textHelp')} minRows={3} />
        <TextareaField name="textEn" label={t('form.textEn')} description={t('form.textHelp')} minRows={3} />
      </SimpleGrid>
      {(technical || starter === null) && (
        <TagsField name="names" label={t('form.names')} description={t('form.namesHelp')} />
      )}
      <SwitchField name="collectable" label={t('form.collectable')} description={t('form.collectableHelp')} />
      <SwitchField name="marketing" label={t('form.marketing')} description={t('form.marketingHelp')} />
      {technical && (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <SelectField
            name="priority"
            label={t('form.priority')}
            data={(['urgent', 'high', 'normal', 'low'] as const).map((value) => ({
              value,
              label: t(`priorities.${value}`),
            }))}
          />
          <NumberField
            name="dedupeHours"
            label={t('form.dedupe')}
            description={t('form.dedupeHelp')}
            min={1}
          />
        </SimpleGrid>
      )}
    </>
  );
}
