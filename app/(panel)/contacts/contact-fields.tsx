'use client';

import { SimpleGrid } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { CompanyField } from '@/components/form/company-field';
import { PairsField } from '@/components/form/pairs-field';
import { TextField } from '@/components/form/text-field';
import { useMode } from '@/components/layout/mode';
import { TimeZoneField } from '../settings/place-fields';

export function ContactFields({ isNew }: { isNew: boolean }) {
  const t = useTranslations('contacts.form');
  const { technical } = useMode();
  return (
    <>
      <TextField name="name" label={t('name')} data-autofocus maxLength={120} autoComplete="off" />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField name="email" label={t('email')} type="email" autoComplete="off" />
        <TextField name="phone" label={t('phone')} description={t('phoneHelp')} autoComplete="off" />
        <TextField name="whatsapp" label={t('whatsapp')} description={t('whatsappHelp')} autoComplete="off" />
        <TextField name="language" label={t('language')} description={t('languageHelp')} />
      </SimpleGrid>
      <TextField name="key" label={t('key')} description={t('keyHelp')} maxLength={120} />
      {technical && (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextField name="telegram" label={t('telegram')} description={t('telegramHelp')} />
          <TextField name="slack" label={t('slack')} description={t('slackHelp')} />
        </SimpleGrid>
      )}
      <TimeZoneField name="timeZone" label={t('timeZone')} description={t('timeZoneHelp')} />
      <PairsField
        name="fields"
        label={t('fields')}
        description={t('fieldsHelp')}
        nameLabel={t('field')}
        addLabel={t('addField')}
      />
      {isNew && <CompanyField help={t('companyHelp')} />}
    </>
  );
}
